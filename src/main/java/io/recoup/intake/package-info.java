/**
 * The doors' inside: contracts, maps, raw inbox, quarantine and replay. May call receivables, banking, agency and
 * reconciliation.
 *
 * <p>A delivery is stored as it came ({@code store}), cut into records ({@code reading}), brought into our shape
 * ({@code map}), checked against its contract ({@code contract}) and applied in batches ({@code door}). What cannot
 * be taken is quarantined, one record at a time.
 */
@ApplicationModule(
        allowedDependencies = {
            "receivables",
            "banking",
            "agency",
            "reconciliation",
            "money",
            "calendar",
            "outbox",
            "refusal"
        })
package io.recoup.intake;

import org.springframework.modulith.ApplicationModule;
