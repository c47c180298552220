/** Procedures, the planner, notices and their delivery. May call receivables and mail. */
@ApplicationModule(allowedDependencies = {"receivables", "mail", "money", "calendar", "outbox"})
package io.recoup.dunning;

import org.springframework.modulith.ApplicationModule;
