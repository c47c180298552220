/** Referrals, placements and cases at collection agencies. May call receivables and dunning (its facts only). */
@ApplicationModule(allowedDependencies = {"receivables", "dunning", "money", "calendar", "outbox"})
package io.recoup.agency;

import org.springframework.modulith.ApplicationModule;
