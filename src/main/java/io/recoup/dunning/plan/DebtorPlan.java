package io.recoup.dunning.plan;

import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done about one debtor on one business date.
 *
 * @param decisions one for every open item, in the account's order
 * @param notice the one letter of the day, if any
 * @param newlyExhausted items to refer that were not reported as exhausted before
 */
public record DebtorPlan(
        DebtorId debtor,
        Map<ItemId, DunningDecision> decisions,
        Optional<DunningDecision.Notice> notice,
        List<ItemId> newlyExhausted) {

    public DebtorPlan {
        decisions = new LinkedHashMap<>(decisions);
        newlyExhausted = List.copyOf(newlyExhausted);
    }

    /** True when today's letter is of that level and tells of that occurrence for the item. */
    public boolean still(String level, ItemId item, int occurrence) {
        return notice.filter(planned -> planned.level().name().equals(level))
                .filter(planned -> planned.lines().contains(new DunningDecision.Line(item, occurrence)))
                .isPresent();
    }
}
