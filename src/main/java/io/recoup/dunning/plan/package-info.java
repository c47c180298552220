/** What is done about a debtor on a day, and why: pure functions. */
@NamedInterface("plan")
package io.recoup.dunning.plan;

import org.springframework.modulith.NamedInterface;
