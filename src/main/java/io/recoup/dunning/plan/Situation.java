package io.recoup.dunning.plan;

import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;

/** Everything the planner looks at for one debtor: what is owed, what was sent, how fresh the news are. */
public record Situation(DebtorAccount account, DunningHistory history, Sources sources, Unmatched unmatched) {

    public static Situation of(DebtorAccount account, DunningHistory history) {
        return new Situation(account, history, Sources.FRESH, Unmatched.NONE);
    }

    public Situation with(DunningHistory other) {
        return new Situation(account, other, sources, unmatched);
    }

    /** Whether it was reported that all letters about the item were in vain, since its money was last taken back. */
    boolean isReferred(ItemId item) {
        LocalDate reported = history.referred().get(item);
        LocalDate reopened = account.reopened().get(item);
        return reported != null && (reopened == null || reported.isAfter(reopened));
    }
}
