package io.recoup.dunning;

import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What will happen to an item if nothing changes: the planner asked day after day. */
final class Outlook {

    private static final int HORIZON_DAYS = 400;

    private final Planner planner;

    Outlook(Planner planner) {
        this.planner = planner;
    }

    /** @param what the level's name, or {@code referral} */
    record Expected(LocalDate on, String what) {}

    /** The next events after {@code today}, at most {@code limit}; what is decided for today counts as done. */
    List<Expected> of(ItemId item, DebtorAccount account, DunningHistory history, LocalDate today, int limit) {
        List<Expected> expected = new ArrayList<>();
        DunningHistory then = new DunningHistory(history.steps(), history.lastNoticeOn(), null, history.referred());
        for (LocalDate day = today; expected.size() < limit && !day.isAfter(today.plusDays(HORIZON_DAYS)); ) {
            DebtorPlan plan = planner.decide(account, then, day);
            DunningDecision decision = plan.decisions().get(item);
            if (decision instanceof DunningDecision.Refer) {
                expected.add(new Expected(day, "referral"));
                return expected;
            }
            if (decision instanceof DunningDecision.Notice notice && day.isAfter(today)) {
                expected.add(new Expected(day, notice.level().name()));
            }
            if (plan.notice().isPresent()) {
                then = then.afterSending(plan.notice().get(), day);
            }
            day = day.plusDays(1);
        }
        return expected;
    }
}
