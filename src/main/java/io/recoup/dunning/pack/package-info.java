/** What the law of a country allows towards a debtor: examples read from files, merged so that the strictest holds. */
@NamedInterface("pack")
package io.recoup.dunning.pack;

import org.springframework.modulith.NamedInterface;
