package io.recoup.dunning.plan;

import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done about one debtor on one business date.
 *
 * @param procedure name of the one it is under; null where none could be chosen
 * @param decisions one for every open item, in the account's order
 * @param notice the one letter of the day, if any
 * @param tasks what a person has to do
 * @param newlyExhausted items to refer that were not reported as exhausted before
 */
public record DebtorPlan(
        DebtorId debtor,
        String procedure,
        Map<ItemId, DunningDecision> decisions,
        Optional<DunningDecision.Notice> notice,
        List<PlannedTask> tasks,
        List<ItemId> newlyExhausted) {

    /**
     * @param key the same as long as the occasion is the same: the task is made once for it
     * @param text what to do: a reason that no person wrote, or the policy's own words under {@code task.text}
     * @param dueAt hour of the day; null = any
     */
    public record PlannedTask(String key, String action, Reason text, LocalDate dueOn, java.time.LocalTime dueAt) {}

    public DebtorPlan {
        decisions = Collections.unmodifiableMap(decisions);
        tasks = List.copyOf(tasks);
        newlyExhausted = List.copyOf(newlyExhausted);
    }

    /** True when today's letter is of that level and tells of that occurrence for the item. */
    public boolean still(String of, String level, ItemId item, int occurrence) {
        return notice.filter(planned ->
                        planned.procedure().equals(of) && planned.level().name().equals(level))
                .filter(planned -> planned.lines().contains(new DunningDecision.Line(item, occurrence)))
                .isPresent();
    }

    /**
     * From when on to decide again though open items and holds have not changed; null = never. What hangs on anything
     * else than items, holds and days (credits, contacts, sources, letters under way) is looked at by every run.
     */
    public LocalDate lookAgainOn(LocalDate today) {
        LocalDate again = tasks.isEmpty() && notice.isEmpty() ? null : today;
        for (DunningDecision decision : decisions.values()) {
            LocalDate on = decision.reason().isSteady() ? decision.nextOn() : today;
            again = again == null || on != null && on.isBefore(again) ? on : again;
        }
        return again;
    }
}
