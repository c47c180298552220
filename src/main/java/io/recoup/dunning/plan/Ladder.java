package io.recoup.dunning.plan;

import io.recoup.dunning.plan.DunningHistory.Step;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.Trigger;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.Optional;

/** Where an item stands on its procedure and which letter is next: one level at a time, none skipped. */
final class Ladder {

    private final Procedure procedure;

    Ladder(Procedure procedure) {
        this.procedure = procedure;
    }

    /** @param on the first day on which the letter may leave */
    record Next(int position, Level level, int occurrence, LocalDate on) {}

    /**
     * How far an item has come.
     *
     * @param last the newest letter about it; null = none since it owes again
     * @param reopenedOn when its payment was taken back; null = never
     * @param sent letters of the last letter's level since it owes again
     */
    record Standing(Step last, LocalDate reopenedOn, int sent) {}

    /** Letters before a reversal do not count: the item begins again where the procedure says, after a cool-down. */
    Standing standing(Situation situation, OpenItem item) {
        LocalDate reopenedOn = situation.account().reopened().get(item.id());
        Step last = null;
        for (Step step : situation.history().steps()) {
            if (counts(step, item, reopenedOn) && (last == null || isLater(step, last))) {
                last = step;
            }
        }
        int sent = 0;
        if (last != null) {
            for (Step step : situation.history().steps()) {
                if (counts(step, item, reopenedOn) && step.level().equals(last.level())) {
                    sent++;
                }
            }
        }
        return new Standing(last, reopenedOn, sent);
    }

    private boolean counts(Step step, OpenItem item, LocalDate reopenedOn) {
        return step.item().equals(item.id())
                && step.procedure().equals(procedure.name())
                && (reopenedOn == null || step.sentOn().isAfter(reopenedOn));
    }

    private static boolean isLater(Step one, Step other) {
        return one.sentOn().isAfter(other.sentOn())
                || one.sentOn().equals(other.sentOn()) && one.occurrence() > other.occurrence();
    }

    /**
     * The next letter about the item; empty when there is none left.
     *
     * <p>A letter that left late pushes the following one back by the distance of their levels, so that an outage never
     * ends in a burst. A level before or on the due date is left out once that date, or the next level's, has come.
     *
     * @param notBefore first day for a letter after the due date, should the law ask for one; else the due date
     * @param today a letter that should have left before the due date and has not is one after it
     */
    Optional<Next> after(Standing standing, Situation situation, OpenItem item, LocalDate notBefore, LocalDate today) {
        Step last = standing.last();
        int reached = last == null ? -1 : positionOf(last);
        if (reached >= 0 && procedure.levels().get(reached).isRepeated()) {
            return again(standing, situation, item, reached, notBefore, today);
        }
        for (int position = start(standing, reached);
                position < procedure.levels().size();
                position++) {
            Level level = procedure.levels().get(position);
            boolean courtesy = level.isCourtesyFor(item.issuedOn(), item.dueOn());
            if (courtesy && isTooLateFor(position, item, today)) {
                continue;
            }
            LocalDate on = level.trigger().date(item.issuedOn(), item.dueOn(), last == null ? null : last.sentOn());
            if (last != null) {
                long distance = reached < 0 ? 1 : distance(procedure.levels().get(reached), level);
                on = later(on, last.sentOn().plusDays(distance));
            } else if (standing.reopenedOn() != null) {
                on = later(
                        on, standing.reopenedOn().plusDays(procedure.reopening().coolDownDays()));
            }
            if (courtesy && !on.isBefore(endOfCourtesy(position, item))) {
                continue;
            }
            on = lawful(on, item, notBefore, today);
            if (level.trigger() instanceof Trigger.OnSendDays days) {
                on = days.days().nextOnOrAfter(on);
            }
            return Optional.of(new Next(position, level, occurrence(situation, item, level), on));
        }
        return Optional.empty();
    }

    /** What would leave after the due date leaves no sooner than the law allows. */
    private static LocalDate lawful(LocalDate on, OpenItem item, LocalDate notBefore, LocalDate today) {
        return later(on, today).isAfter(item.dueOn()) ? later(on, notBefore) : on;
    }

    private Optional<Next> again(
            Standing standing, Situation situation, OpenItem item, int reached, LocalDate notBefore, LocalDate today) {
        Level level = procedure.levels().get(reached);
        if (!level.allows(standing.sent() + 1)) {
            return Optional.empty();
        }
        LocalDate on = standing.last().sentOn().plusDays(level.repeatEveryDays());
        LocalDate first = level.trigger().date(item.issuedOn(), item.dueOn(), null);
        if (standing.reopenedOn() == null && level.trigger() instanceof Trigger.FromDue) {
            on = later(on, first.plusDays((long) standing.sent() * level.repeatEveryDays()));
        }
        on = lawful(on, item, notBefore, today);
        if (level.trigger() instanceof Trigger.OnSendDays days) {
            on = days.days().nextOnOrAfter(on);
        }
        return Optional.of(new Next(reached, level, occurrence(situation, item, level), on));
    }

    private int start(Standing standing, int reached) {
        return reached < 0 && standing.reopenedOn() != null ? procedure.positionAfterReversal() : reached + 1;
    }

    /** Counted over everything ever sent, so that no letter of a level has the number of another. */
    private int occurrence(Situation situation, OpenItem item, Level level) {
        int highest = 0;
        for (Step step : situation.history().steps()) {
            if (step.item().equals(item.id())
                    && step.procedure().equals(procedure.name())
                    && step.level().equals(level.name())) {
                highest = Math.max(highest, step.occurrence());
            }
        }
        return highest + 1;
    }

    int positionOf(Step step) {
        return procedure.positionOf(step.level()).orElseGet(() -> procedure.positionAtDays(step.days()));
    }

    private static long distance(Level from, Level to) {
        if (to.trigger() instanceof Trigger.AfterPrevious after) {
            return after.days();
        }
        if (from.trigger() instanceof Trigger.FromDue one && to.trigger() instanceof Trigger.FromDue other) {
            return Math.max(1, other.days() - one.days());
        }
        if (from.trigger() instanceof Trigger.FromIssue one && to.trigger() instanceof Trigger.FromIssue other) {
            return Math.max(1, other.days() - one.days());
        }
        return 1;
    }

    private boolean isTooLateFor(int position, OpenItem item, LocalDate today) {
        return !today.isBefore(endOfCourtesy(position, item));
    }

    /** The first day on which a level before or on the due date is left out: the next one's, or the day after. */
    LocalDate endOfCourtesy(int position, OpenItem item) {
        LocalDate overdue = item.dueOn().plusDays(1);
        if (position + 1 >= procedure.levels().size()) {
            return overdue;
        }
        LocalDate next = procedure.levels().get(position + 1).trigger().date(item.issuedOn(), item.dueOn(), null);
        return next.isBefore(overdue) ? next : overdue;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
