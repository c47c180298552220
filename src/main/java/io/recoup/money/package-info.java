/** Amounts in minor units with their currency, rounding, and splitting without lost cents. Calls no other room. */
@ApplicationModule(allowedDependencies = {})
package io.recoup.money;

import org.springframework.modulith.ApplicationModule;
