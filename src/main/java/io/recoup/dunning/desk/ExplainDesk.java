package io.recoup.dunning.desk;

import io.recoup.dunning.Explainer;
import io.recoup.dunning.Policies;
import io.recoup.dunning.plan.Assignment;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.dunning.plan.Outlook;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.dunning.store.HistoryStore;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;

@Service
class ExplainDesk implements Explainer {

    private static final int EVENTS = 4;
    private static final DunningDecision SETTLED = new DunningDecision.Rest(Reason.of("rest.nothing-open"), null);

    private final Policies policies;
    private final Accounts accounts;
    private final SituationReader situations;
    private final HistoryStore history;

    ExplainDesk(Policies policies, Accounts accounts, SituationReader situations, HistoryStore history) {
        this.policies = policies;
        this.accounts = accounts;
        this.situations = situations;
        this.history = history;
    }

    @Override
    public List<Explanation> explain(String invoiceNumber, LocalDate today) {
        Policy policy = policies.current();
        return accounts.byNumber(invoiceNumber).stream()
                .map(item -> explanation(item, policy, today))
                .toList();
    }

    @Override
    public Standing standing(long debtor, LocalDate today) {
        Policy policy = policies.current();
        Situation situation = situations.of(new DebtorId(debtor), 0);
        DebtorProfile who = situation.account().who();
        Restrictions limits = policy.restrictionsFor(who.country(), who.type(), today);
        Assignment assigned = Assignment.of(policy, situation, today);
        Procedure procedure = assigned.procedure();
        if (procedure == null) {
            return new Standing(null, null, null, assigned.conflict(), limits);
        }
        boolean named = procedure.debtors().contains(who.sourceId().toLowerCase(Locale.ROOT));
        boolean bySegment = !named && procedure.segment() != null;
        return new Standing(
                procedure.name(),
                named ? "debtor" : bySegment ? "segment" : "creditor",
                bySegment ? procedure.segment() : null,
                null,
                limits);
    }

    private Explanation explanation(OpenItem item, Policy policy, LocalDate today) {
        Situation situation = situations.of(item.debtor(), 0);
        Planner planner = new Planner(policy);
        DebtorPlan plan = planner.decide(situation, today);
        DunningDecision decision = plan.decisions().getOrDefault(item.id(), SETTLED);
        return new Explanation(
                item.number(),
                item.instalment(),
                item.debtor().value(),
                item.open().toString(),
                item.dueOn(),
                item.daysPastDue(today),
                plan.procedure(),
                policy.hash(),
                history.letters(item.id()),
                today,
                item.isSettled() ? "settled" : decision.word(),
                decision.reason(),
                decision.nextOn(),
                new Outlook(planner).of(item.id(), situation, today, EVENTS));
    }
}
