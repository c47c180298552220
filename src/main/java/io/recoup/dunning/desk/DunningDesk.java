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
import io.recoup.dunning.store.DraftStore;
import io.recoup.dunning.store.DraftStore.Draft;
import io.recoup.dunning.store.LookStore;
import io.recoup.dunning.store.LookStore.Glance;
import io.recoup.dunning.store.RunStore;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The daily run: asks the planner about every debtor that may need it, and stores its decisions and letters. */
@Service
public class DunningDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DunningDesk.class);
    private static final int BATCH = 1000;

    private final Policies policies;
    private final SituationReader situations;
    private final LookStore looks;
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
            throw new RunRefused("the run of " + newest + " was already made: " + today + " lies before it");
        });
        transaction.executeWithoutResult(status -> end.begin(policy, today));
        Pass pass = new Pass(policy, today, situations.news());
        for (Optional<DebtorId> after = Optional.of(new DebtorId(0)); after.isPresent(); ) {
            DebtorId from = after.get();
            after = transaction.execute(status -> batch(pass, from));
        }
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
        private final boolean all;
        private final boolean everybody;
        private final RunCounts counts = new RunCounts();

        private Pass(Policy policy, LocalDate today, SituationReader.News news) {
            this.policy = policy;
            this.planner = new Planner(policy);
            this.today = today;
            this.news = news;
            List<Action> due = policy.actions().stream()
                    .filter(action -> action.occurrenceOn(today) != null)
                    .toList();
            this.all =
                    due.stream().anyMatch(action -> action.type() != Action.Type.DEBT_NOTICE && !action.onlyInDebt());
            this.everybody = !due.isEmpty() || policy.procedures().size() > 1;
        }
    }

    /** @return where to go on; empty at the end */
    private Optional<DebtorId> batch(Pass pass, DebtorId after) {
        if (runs.lock(pass.today)) {
            runs.open(pass.policy, pass.today);
        }
        List<Glance> glances = pass.all
                ? looks.nextOfAll(after, BATCH)
                : looks.next(after, BATCH, pass.today, pass.policy.hash(), pass.everybody);
        if (glances.isEmpty()) {
            return Optional.empty();
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
        looks.record(glances, found, pass.today, pass.policy.hash());
        return Optional.of(glances.get(glances.size() - 1).debtor());
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
