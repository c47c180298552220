package io.recoup.dunning.plan;

import io.recoup.dunning.plan.DunningHistory.Step;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Procedure;
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
     * The next letter about the item; empty when there is none left.
     *
     * <p>A letter that left late pushes the following one back by the distance of their levels, so that an outage never
     * ends in a burst. A level before or on the due date is left out once that date, or the next level's, has come.
     */
    Optional<Next> after(Optional<Step> last, OpenItem item, LocalDate today) {
        int reached = last.map(this::positionOf).orElse(-1);
        if (reached >= 0 && procedure.levels().get(reached).isRepeated()) {
            Step step = last.orElseThrow();
            Level level = procedure.levels().get(reached);
            int occurrence = step.occurrence() + 1;
            LocalDate on =
                    later(level.dateFor(item.dueOn(), occurrence), step.sentOn().plusDays(level.repeatEveryDays()));
            return level.allows(occurrence) ? Optional.of(new Next(reached, level, occurrence, on)) : Optional.empty();
        }
        for (int position = reached + 1; position < procedure.levels().size(); position++) {
            Level level = procedure.levels().get(position);
            if (level.isCourtesy() && isTooLateFor(position, item, today)) {
                continue;
            }
            LocalDate on = level.dateFor(item.dueOn(), 1);
            LocalDate spaced = last.map(step -> step.sentOn().plusDays(Math.max(1, level.days() - step.days())))
                    .orElse(on);
            return Optional.of(new Next(position, level, 1, later(on, spaced)));
        }
        return Optional.empty();
    }

    int positionOf(Step step) {
        return procedure.positionOf(step.level()).orElseGet(() -> procedure.positionAtDays(step.days()));
    }

    private boolean isTooLateFor(int position, OpenItem item, LocalDate today) {
        boolean nextHasCome = position + 1 < procedure.levels().size()
                && !today.isBefore(procedure.levels().get(position + 1).dateFor(item.dueOn(), 1));
        return today.isAfter(item.dueOn()) || nextHasCome;
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
