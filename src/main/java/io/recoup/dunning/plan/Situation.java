package io.recoup.dunning.plan;

import io.recoup.receivables.DebtorAccount;

/** Everything the planner looks at for one debtor: what is owed, what was sent, how fresh the news are. */
public record Situation(DebtorAccount account, DunningHistory history, Sources sources, Unmatched unmatched) {

    public static Situation of(DebtorAccount account, DunningHistory history) {
        return new Situation(account, history, Sources.FRESH, Unmatched.NONE);
    }

    public Situation with(DunningHistory other) {
        return new Situation(account, other, sources, unmatched);
    }
}
