package io.recoup.reconciliation;

import org.jspecify.annotations.Nullable;

/**
 * Where one kind of evidence stands.
 *
 * @param stratum naming, amount and payer, as {@code number/exact/unknown}
 * @param level {@code review} (nothing is booked unasked), {@code strict} or {@code shipped}
 * @param movedBy who set the level; null while it is the setting's
 * @param why the mover's reason
 * @param shippedScore from which score on the shipped thresholds book; null when they never do
 * @param booked decisions booked unasked since the level was set
 * @param foregone receipts not booked since, which the shipped thresholds would have
 * @param movable whether the answers allow to move it to {@code shipped}
 */
public record StratumState(
        String stratum,
        String level,
        @Nullable String movedBy,
        @Nullable String why,
        @Nullable Integer shippedScore,
        Evidence evidence,
        long booked,
        long foregone,
        boolean movable) {}
