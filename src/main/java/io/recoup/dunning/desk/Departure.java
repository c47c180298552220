package io.recoup.dunning.desk;

import io.recoup.dunning.pack.Sourced;
import io.recoup.dunning.plan.DunningDecision.Wait;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.plan.Spacing;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.receivables.DebtorProfile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a letter by hand may leave that may not leave now. Only the limits of packs and policy bind a person, neither the
 * gap of a procedure nor days off.
 *
 * @param at by the clock; null = never
 * @param on the same by the business date, which the clock need not follow; null = never
 */
record Departure(Instant at, Instant on, Reason why) {

    /** Empty when it may leave now. */
    static Optional<Departure> of(
            DebtorProfile who, DunningHistory history, Policy policy, LocalDate today, Instant now) {
        Restrictions limits = policy.restrictionsFor(who.country(), who.type(), today);
        int gap = limits.limits().minGapDays().map(Sourced::value).orElse(0);
        Optional<Wait> spaced = Spacing.tooSoon(history, gap, limits.caps(), today);
        LocalDate date = LocalDate.ofInstant(now, policy.zone());
        Instant from = spaced.map(wait -> date.plusDays(ChronoUnit.DAYS.between(today, wait.until()))
                        .atStartOfDay(policy.zone())
                        .toInstant())
                .orElse(now);
        Optional<ContactHours.Closed> closed = ContactHours.closed(who, policy, from);
        if (closed.isPresent() && closed.get().next().isEmpty()) {
            return Optional.of(new Departure(
                    null, null, Reason.of("letter.never", closed.get().pack())));
        }
        Instant at = closed.flatMap(ContactHours.Closed::next).orElse(from);
        Instant on = at.minus(ChronoUnit.DAYS.between(today, date), ChronoUnit.DAYS);
        return spaced.map(wait -> new Departure(at, on, wait.reason()))
                .or(() -> closed.map(hours -> new Departure(at, on, Reason.of("wait.hours", hours.pack()))));
    }
}
