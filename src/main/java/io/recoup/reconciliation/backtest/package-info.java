/** How good matches are: compares them with what is known to be true, and bounds what the count cannot show. Pure. */
@NamedInterface("backtest")
package io.recoup.reconciliation.backtest;

import org.springframework.modulith.NamedInterface;
