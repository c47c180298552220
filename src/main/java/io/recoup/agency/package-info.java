/**
 * Referrals, placements and cases at collection agencies. {@link io.recoup.agency.AgencyDesk} decides what goes to an
 * agency, {@link io.recoup.agency.CaseDesk} enters what agencies tell. May call receivables and dunning (its facts only).
 */
@ApplicationModule(allowedDependencies = {"receivables", "dunning", "money", "calendar", "outbox"})
package io.recoup.agency;

import org.springframework.modulith.ApplicationModule;
