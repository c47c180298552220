package io.recoup.dunning.plan;

import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one debtor was sent under one procedure.
 *
 * @param steps letters that left, perhaps without a receipt from the mail server; in any order
 * @param lastNoticeOn business date of the newest letter to the debtor, whatever it was about; null = none yet
 * @param pending a letter that is planned and has not left; null = none
 * @param referred items whose exhaustion was already reported
 */
public record DunningHistory(List<Step> steps, LocalDate lastNoticeOn, Pending pending, Set<ItemId> referred) {

    public static final DunningHistory NONE = new DunningHistory(List.of(), null, null, Set.of());

    /**
     * @param days of the level when it was sent, should the procedure have been renamed since
     * @param occurrence 1 = the first letter of that level
     * @param sentOn business date on which it left
     */
    public record Step(ItemId item, String level, int days, int occurrence, LocalDate plannedOn, LocalDate sentOn) {}

    public record Pending(String level, LocalDate plannedOn, Set<ItemId> items) {}

    public DunningHistory {
        steps = List.copyOf(steps);
        referred = Set.copyOf(referred);
    }

    public Optional<Step> lastOf(ItemId item) {
        return steps.stream()
                .filter(step -> step.item().equals(item))
                .max(Comparator.comparing(Step::days)
                        .thenComparing(Step::occurrence)
                        .thenComparing(Step::sentOn));
    }

    /** The history as it will be once that letter has left on {@code day}. */
    public DunningHistory afterSending(DunningDecision.Notice notice, LocalDate day) {
        List<Step> more = new ArrayList<>(steps);
        for (DunningDecision.Line line : notice.lines()) {
            more.add(new Step(line.item(), notice.level().name(), notice.level().days(), line.occurrence(), day, day));
        }
        return new DunningHistory(more, day, null, referred);
    }
}
