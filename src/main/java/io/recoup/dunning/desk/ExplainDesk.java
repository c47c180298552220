package io.recoup.dunning.desk;

import io.recoup.dunning.Explainer;
import io.recoup.dunning.Policies;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.Outlook;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.HistoryStore;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
class ExplainDesk implements Explainer {

    private static final int EVENTS = 4;

    private final Policies policies;
    private final Accounts accounts;
    private final HistoryStore history;

    ExplainDesk(Policies policies, Accounts accounts, HistoryStore history) {
        this.policies = policies;
        this.accounts = accounts;
        this.history = history;
    }

    @Override
    public List<Explanation> explain(String invoiceNumber, LocalDate today) {
        Policy policy = policies.current();
        return accounts.byNumber(invoiceNumber).stream()
                .map(item -> explanation(item, policy, today))
                .toList();
    }

    private Explanation explanation(OpenItem item, Policy policy, LocalDate today) {
        String procedure = policy.procedure().name();
        DebtorAccount account = accounts.account(item.debtor());
        DunningHistory past = history.of(item.debtor(), procedure, 0);
        Planner planner = new Planner(policy.procedure());
        DebtorPlan plan = planner.decide(account, past, today);
        DunningDecision decision =
                plan.decisions().getOrDefault(item.id(), new DunningDecision.Rest("settled: nothing is open", null));
        return new Explanation(
                item.number(),
                item.instalment(),
                item.debtor().value(),
                item.open().toString(),
                item.dueOn(),
                item.daysPastDue(today),
                procedure,
                policy.hash(),
                history.letters(item.id(), procedure),
                today,
                item.isSettled() ? "settled" : decision.word(),
                decision.reason(),
                decision.nextOn(),
                new Outlook(planner).of(item.id(), account, past, today, EVENTS));
    }
}
