/**
 * Referrals, placements and cases at collection agencies. {@link io.recoup.agency.FactDesk} hears what dunning and
 * the ledger record, {@link io.recoup.agency.AgencyDesk} takes what collectors decide, {@link io.recoup.agency.CaseDesk}
 * enters what agencies tell. May call receivables and dunning (its facts only).
 */
@ApplicationModule(allowedDependencies = {"receivables", "dunning", "money", "calendar", "outbox", "refusal"})
package io.recoup.agency;

import org.springframework.modulith.ApplicationModule;
