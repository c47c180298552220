/** The recoup: Camel component and the loader of route files. May call intake and the out doors' rooms. */
@ApplicationModule(allowedDependencies = {"intake", "outbox", "money", "calendar"})
package io.recoup.connectors;

import org.springframework.modulith.ApplicationModule;
