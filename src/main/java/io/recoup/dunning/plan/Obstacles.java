package io.recoup.dunning.plan;

import io.recoup.dunning.plan.DunningDecision.Rest;
import io.recoup.dunning.plan.DunningDecision.Wait;
import io.recoup.dunning.policy.Creditor.FreshnessLimits;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.dunning.policy.Wording;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a debtor gets no letter today though one has come, in the order in which a person would look. */
final class Obstacles {

    private final Policy policy;

    Obstacles(Policy policy) {
        this.policy = policy;
    }

    /** @return null when the letter may leave */
    DunningDecision toLetter(
            Situation situation,
            List<OpenItem> claims,
            int gapDays,
            Restrictions limits,
            Wording wording,
            LocalDate today) {
        DunningHistory.Pending pending = situation.history().pending();
        if (pending != null) {
            return pending.level() == null
                    ? new Wait(today, Reason.of("wait.by-hand", pending.plannedOn()))
                    : new Wait(
                            today,
                            Reason.of(
                                    pending.draft() ? "wait.approval" : "wait.pending",
                                    pending.level(),
                                    pending.plannedOn()));
        }
        DunningDecision stale = stale(situation, claims, today);
        if (stale != null) {
            return stale;
        }
        if (situation.unmatched().couldCover(situation.account().name(), claims)) {
            return new Rest(Reason.of("rest.unmatched"), null);
        }
        Optional<Wait> tooSoon =
                Spacing.tooSoon(situation.history(), Math.max(gapDays, limits.minGapDays()), limits.caps(), today);
        if (tooSoon.isPresent()) {
            return tooSoon.get();
        }
        LocalDate open = policy.creditor().calendar().nextBusinessDay(today);
        if (!open.equals(today)) {
            return new Wait(open, Reason.of("wait.closed", today, open));
        }
        return situation.account().who().emails(wording.to()).isEmpty() ? new Rest(NO_CONTACT, null) : null;
    }

    private static final Reason NO_CONTACT = Reason.of("rest.no-contact");

    static boolean isNoContact(DunningDecision decision) {
        return decision != null && decision.reason() == NO_CONTACT;
    }

    private DunningDecision stale(Situation situation, List<OpenItem> claims, LocalDate today) {
        Sources sources = situation.sources();
        FreshnessLimits limits = policy.creditor().fresh();
        if (sources.alwaysFresh()) {
            return null;
        }
        if (limits.bank() >= 0) {
            if (sources.banks().isEmpty()) {
                return new Rest(Reason.of("rest.bank-never"), null);
            }
            for (Map.Entry<String, LocalDate> bank : sources.banks().entrySet()) {
                if (isOld(bank.getValue(), limits.bank(), today)) {
                    return new Rest(Reason.of("rest.bank-stale", bank.getKey(), bank.getValue(), limits.bank()), null);
                }
            }
        }
        if (limits.erp() >= 0) {
            for (OpenItem claim : claims) {
                LocalDate on = sources.erps().get(claim.source());
                if (on == null) {
                    return new Rest(Reason.of("rest.erp-never", claim.source()), null);
                }
                if (isOld(on, limits.erp(), today)) {
                    return new Rest(Reason.of("rest.erp-stale", claim.source(), on, limits.erp()), null);
                }
            }
        }
        return null;
    }

    private boolean isOld(LocalDate delivered, int limit, LocalDate today) {
        return Sources.isOld(delivered, limit, policy.creditor().calendar(), today);
    }
}
