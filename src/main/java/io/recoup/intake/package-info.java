/** The doors' inside: contracts, maps, raw inbox, quarantine and replay. May call receivables, banking, agency and reconciliation. */
@ApplicationModule(
        allowedDependencies = {"receivables", "banking", "agency", "reconciliation", "money", "calendar", "outbox"})
package io.recoup.intake;

import org.springframework.modulith.ApplicationModule;
