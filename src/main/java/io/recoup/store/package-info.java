/** How the stores of all rooms send many rows at once. Knows no room. */
@ApplicationModule(allowedDependencies = {})
package io.recoup.store;

import org.springframework.modulith.ApplicationModule;
