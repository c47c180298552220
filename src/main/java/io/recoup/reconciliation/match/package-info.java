/**
 * The engine of cash application: pure, on records and arrays. It knows neither Spring nor a database nor a clock; the
 * same payments and items give the same answer in whichever order they come.
 */
@NamedInterface("match")
package io.recoup.reconciliation.match;

import org.springframework.modulith.NamedInterface;
