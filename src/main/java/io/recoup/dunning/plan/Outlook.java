package io.recoup.dunning.plan;

import io.recoup.dunning.Explainer.Event;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What will happen to an item if nothing changes: the planner asked day after day. */
public final class Outlook {

    private static final int HORIZON_DAYS = 400;

    private final Planner planner;

    public Outlook(Planner planner) {
        this.planner = planner;
    }

    /** The next events after {@code today}, at most {@code limit}; what is decided for today counts as done. */
    public List<Event> of(ItemId item, DebtorAccount account, DunningHistory history, LocalDate today, int limit) {
        List<Event> expected = new ArrayList<>();
        DunningHistory then = new DunningHistory(history.steps(), history.lastNoticeOn(), null, history.referred());
        LocalDate horizon = today.plusDays(HORIZON_DAYS);
        for (LocalDate day = today; expected.size() < limit && !day.isAfter(horizon); day = day.plusDays(1)) {
            DebtorPlan plan = planner.decide(account, then, day);
            DunningDecision decision = plan.decisions().get(item);
            if (decision instanceof DunningDecision.Refer) {
                if (day.isAfter(today)) {
                    expected.add(new Event(day, "referral to the agency, once approved"));
                }
                return expected;
            }
            if (decision instanceof DunningDecision.Notice notice && day.isAfter(today)) {
                expected.add(new Event(day, "level '" + notice.level().name() + "'"));
            }
            if (plan.notice().isPresent()) {
                then = then.afterSending(plan.notice().get(), day);
            }
        }
        return expected;
    }
}
