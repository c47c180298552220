/** Procedures, the planner, notices and their delivery. May call receivables, mail and followup. */
@ApplicationModule(
        allowedDependencies = {"receivables", "mail", "followup", "money", "calendar", "outbox", "refusal", "store"})
package io.recoup.dunning;

import org.springframework.modulith.ApplicationModule;
