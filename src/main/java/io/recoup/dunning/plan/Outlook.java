package io.recoup.dunning.plan;

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

    public record Event(LocalDate on, Reason what) {}

    /**
     * The next events after {@code today}, at most {@code limit}; what is decided for today counts as done, and sources
     * as fresh.
     */
    public List<Event> of(ItemId item, Situation situation, LocalDate today, int limit) {
        List<Event> expected = new ArrayList<>();
        DunningHistory past = situation.history();
        Situation then =
                new Situation(situation.account(), past.atRest(past.referred()), Sources.FRESH, situation.unmatched());
        LocalDate horizon = today.plusDays(HORIZON_DAYS);
        for (LocalDate day = today; expected.size() < limit && !day.isAfter(horizon); day = day.plusDays(1)) {
            DebtorPlan plan = planner.decide(then, day);
            DunningDecision decision = plan.decisions().get(item);
            if (decision instanceof DunningDecision.Refer) {
                if (day.isAfter(today)) {
                    expected.add(new Event(day, Reason.of("expected.referral")));
                }
                return expected;
            }
            if (decision instanceof DunningDecision.Notice notice && day.isAfter(today)) {
                expected.add(new Event(
                        day, Reason.of("expected.level", notice.level().name())));
            }
            if (plan.notice().isPresent()) {
                then = then.with(then.history().afterSending(plan.notice().get(), day));
            }
        }
        return expected;
    }
}
