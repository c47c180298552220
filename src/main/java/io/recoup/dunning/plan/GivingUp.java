package io.recoup.dunning.plan;

import io.recoup.dunning.plan.DunningDecision.Refer;
import io.recoup.dunning.plan.DunningDecision.Rest;
import io.recoup.dunning.plan.DunningDecision.Wait;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.Map;

/** When an item's letters end and the agency's turn comes: after the last letter, or by its age on the last level. */
final class GivingUp {

    private final Procedure procedure;
    private final Restrictions limits;
    private final Ladder ladder;

    GivingUp(Procedure procedure, Restrictions limits) {
        this.procedure = procedure;
        this.limits = limits;
        this.ladder = new Ladder(procedure);
    }

    /** The day from which the last level is given up though letters may be left; null = none, as after courtesies. */
    LocalDate on(Ladder.Standing standing, OpenItem item) {
        ReferralRule rule = procedure.referral();
        if (rule == null
                || rule.pastDueDays() == 0
                || standing.last() == null
                || procedure.last().isCourtesyFor(item.issuedOn(), item.dueOn())) {
            return null;
        }
        boolean onLastLevel =
                ladder.positionOf(standing.last()) == procedure.levels().size() - 1;
        return onLastLevel ? item.dueOn().plusDays(Math.max(rule.pastDueDays(), limits.minDaysBeforeReferral())) : null;
    }

    /** The next letter has its day, unless the item is given up before. */
    Wait waiting(Ladder.Standing standing, OpenItem item, Ladder.Next next) {
        LocalDate givenUpOn = on(standing, item);
        LocalDate on = next.on();
        if (givenUpOn != null && givenUpOn.isBefore(on)) {
            return new Wait(
                    givenUpOn, Reason.of("wait.referral-first", next.level().name(), givenUpOn));
        }
        String code = standing.reopenedOn() != null && standing.last() == null ? "wait.cool-down" : "wait.level";
        return new Wait(on, Reason.of(code, next.level().name(), on, standing.reopenedOn()));
    }

    /** No letter is left. */
    DunningDecision atTheEnd(Ladder.Standing standing, OpenItem item, LocalDate today) {
        ReferralRule rule = procedure.referral();
        if (rule == null || procedure.last().isCourtesyFor(item.issuedOn(), item.dueOn())) {
            return new Rest(Reason.of("rest.end"), null);
        }
        LocalDate last =
                standing.last() == null ? item.dueOn() : standing.last().sentOn();
        LocalDate on =
                Ladder.later(last.plusDays(rule.afterDays()), item.dueOn().plusDays(limits.minDaysBeforeReferral()));
        LocalDate givenUpOn = on(standing, item);
        if (givenUpOn != null && givenUpOn.isBefore(on)) {
            on = givenUpOn;
        }
        return today.isBefore(on)
                ? new Wait(on, Reason.of("wait.referral", on))
                : new Refer(Reason.of("refer.end", last));
    }

    /** What waits for a letter waits no longer than until it is given up. */
    void inTime(Situation situation, Map<OpenItem, Ladder.Next> ready, Map<ItemId, DunningDecision> decisions) {
        for (OpenItem item : ready.keySet()) {
            LocalDate on = on(ladder.standing(situation, item), item);
            if (on != null && decisions.get(item.id()) instanceof Wait wait && on.isBefore(wait.until())) {
                decisions.put(item.id(), new Wait(on, wait.reason()));
            }
        }
    }
}
