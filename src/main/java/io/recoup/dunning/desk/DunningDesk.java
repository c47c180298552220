package io.recoup.dunning.desk;

import static java.util.stream.Collectors.toMap;

import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.Dunning.RunReport;
import io.recoup.dunning.Policies;
import io.recoup.dunning.RunRefused;
import io.recoup.dunning.plan.DebtorLook;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Action;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.store.DebtorIds;
import io.recoup.dunning.store.DecisionStore;
import io.recoup.dunning.store.DraftStore;
import io.recoup.dunning.store.DraftStore.Draft;
import io.recoup.dunning.store.LookStore;
import io.recoup.dunning.store.LookStore.Glance;
import io.recoup.dunning.store.LookStore.Whom;
import io.recoup.dunning.store.RunStore;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The daily run: asks the planner about every debtor that may need it, and stores its decisions and letters. */
@Service
public class DunningDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DunningDesk.class);
    private static final int BATCH = 1_000;

    /** Debtors between two lines of progress. */
    private static final int TOLD = 50_000;

    private final Policies policies;
    private final SituationReader situations;
    private final LookStore looks;
    private final DecisionStore answers;
    private final RunStore runs;
    private final RunEnd end;
    private final DraftStore drafts;
    private final DeskTasks tasks;
    private final Referrals referrals;
    private final BusinessDay day;
    private final TransactionTemplate transaction;

    DunningDesk(
            Policies policies,
            SituationReader situations,
            LookStore looks,
            DecisionStore answers,
            RunStore runs,
            RunEnd end,
            DraftStore drafts,
            DeskTasks tasks,
            Referrals referrals,
            BusinessDay day,
            TransactionTemplate transaction) {
        this.policies = policies;
        this.situations = situations;
        this.looks = looks;
        this.answers = answers;
        this.runs = runs;
        this.end = end;
        this.drafts = drafts;
        this.tasks = tasks;
        this.referrals = referrals;
        this.day = day;
        this.transaction = transaction;
    }

    /** The timer's question: runs today's date unless that is done. */
    public void planUnlessDone() {
        LocalDate today = day.today(policies.current().zone());
        boolean later = runs.newest().filter(newest -> newest.isAfter(today)).isPresent();
        if (!later && !runs.isFinished(today)) {
            plan(today);
        }
    }

    /** @throws RunRefused if a later date was already run */
    public RunReport plan(LocalDate today) {
        Policy policy = policies.current();
        runs.newest().filter(newest -> newest.isAfter(today)).ifPresent(newest -> {
            throw new RunRefused(RunRefused.Why.OLDER, newest, today);
        });
        transaction.executeWithoutResult(status -> end.begin(policy, today));
        Pass pass = new Pass(policy, today, situations.news());
        DebtorIds debtors = transaction.execute(status -> looks.due(pass.whom, today, policy.hash()));
        debtors.inBatches(BATCH, some -> {
            transaction.executeWithoutResult(status -> batch(pass, some));
            pass.tell(some.size(), debtors.count());
        });
        transaction.executeWithoutResult(status -> end.finish(policy, today, pass.counts));
        LOG.info("dunning run of {}: {}", today, pass.counts);
        return pass.counts.report(policy.procedure().name(), today);
    }

    /** What stays the same over a run, and what it has counted. */
    private static final class Pass {
        private final Policy policy;
        private final Planner planner;
        private final LocalDate today;
        private final SituationReader.News news;
        private final Whom whom;
        private final RunCounts counts = new RunCounts();
        private int looked;

        private Pass(Policy policy, LocalDate today, SituationReader.News news) {
            this.policy = policy;
            this.planner = new Planner(policy);
            this.today = today;
            this.news = news;
            List<Action> due = policy.actions().stream()
                    .filter(action -> action.occurrenceOn(today) != null)
                    .toList();
            boolean all =
                    due.stream().anyMatch(action -> action.type() != Action.Type.DEBT_NOTICE && !action.onlyInDebt());
            boolean inDebt = !due.isEmpty() || policy.procedures().size() > 1;
            this.whom = all ? Whom.ALL : inDebt ? Whom.IN_DEBT : Whom.CHANGED;
        }

        private void tell(int more, int all) {
            looked += more;
            if (looked / TOLD > (looked - more) / TOLD) {
                LOG.info("dunning run of {}: {} of {} debtors looked at", today, looked, all);
            }
        }
    }

    private void batch(Pass pass, List<Long> debtors) {
        if (runs.lock(pass.today)) {
            runs.open(pass.policy, pass.today);
        }
        List<Glance> glances = looks.take(debtors, pass.today, pass.policy.hash(), pass.whom != Whom.CHANGED);
        if (glances.isEmpty()) {
            return;
        }
        Map<DebtorId, Situation> known =
                situations.of(glances.stream().map(Glance::debtor).toList(), pass.news).stream()
                        .collect(toMap(situation -> situation.account().debtor(), Function.identity()));
        List<DebtorLook> found = new ArrayList<>();
        List<DebtorPlan> plans = new ArrayList<>();
        List<Draft> letters = new ArrayList<>();
        for (Glance glance : glances) {
            Situation situation = known.get(glance.debtor());
            DebtorLook look = pass.planner.look(situation, pass.today);
            DebtorPlan plan = look.plan();
            found.add(look);
            plans.add(plan);
            pass.counts.count(plan);
            plan.notice().ifPresent(notice -> letters.add(draft(pass, glance, situation, notice)));
        }
        pass.counts.letters(drafts.plan(letters, pass.today, pass.policy.hash()));
        pass.counts.tasks(tasks.follow(plans, pass.today));
        pass.counts.referrals(plans, referrals.report(plans, known, pass.policy, pass.today));
        answers.record(glances, found, pass.today);
        looks.record(found, pass.today, pass.policy.hash());
    }

    private static Draft draft(Pass pass, Glance glance, Situation situation, DunningDecision.Notice notice) {
        DebtorAccount account = situation.account();
        Map<ItemId, OpenItem> open = account.openItems().stream().collect(toMap(OpenItem::id, Function.identity()));
        return new Draft(
                account.debtor(),
                notice,
                notice.lines().stream().map(line -> open.get(line.item())).toList(),
                MessageIds.of(account.debtor(), notice, pass.today, pass.policy),
                pass.today.equals(glance.lookedOn()));
    }
}
