package io.recoup.dunning.desk;

import io.recoup.calendar.BusinessDay;
import io.recoup.dunning.Dunning.RunReport;
import io.recoup.dunning.DunningExhausted;
import io.recoup.dunning.Policies;
import io.recoup.dunning.RunRefused;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.dunning.store.HistoryStore;
import io.recoup.dunning.store.NoticeStore;
import io.recoup.dunning.store.RunStore;
import io.recoup.money.Money;
import io.recoup.outbox.Outbox;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The daily run: asks the planner about every debtor and stores its decisions and the letters it wants. */
@Service
public class DunningDesk {

    private static final Logger LOG = LoggerFactory.getLogger(DunningDesk.class);
    private static final int BATCH = 500;

    private final Policies policies;
    private final Accounts accounts;
    private final HistoryStore history;
    private final RunStore runs;
    private final NoticeStore notices;
    private final Outbox outbox;
    private final BusinessDay day;
    private final TransactionTemplate transaction;

    public DunningDesk(
            Policies policies,
            Accounts accounts,
            HistoryStore history,
            RunStore runs,
            NoticeStore notices,
            Outbox outbox,
            BusinessDay day,
            TransactionTemplate transaction) {
        this.policies = policies;
        this.accounts = accounts;
        this.history = history;
        this.runs = runs;
        this.notices = notices;
        this.outbox = outbox;
        this.day = day;
        this.transaction = transaction;
    }

    /** The timer's question: runs today's date unless that is done. */
    public void planUnlessDone() {
        Policy policy = policies.current();
        LocalDate today = day.today(policy.zone());
        boolean later = runs.newest().filter(newest -> newest.isAfter(today)).isPresent();
        if (!later && !runs.isFinished(policy.procedure().name(), today)) {
            plan(today);
        }
    }

    /** @throws RunRefused if a later date was already run */
    public RunReport plan(LocalDate today) {
        Policy policy = policies.current();
        runs.newest().filter(newest -> newest.isAfter(today)).ifPresent(newest -> {
            throw new RunRefused("the run of " + newest + " was already made: " + today + " lies before it");
        });
        String procedure = policy.procedure().name();
        long run = transaction.execute(status -> runs.open(procedure, today, policy.hash()));
        Counts counts = new Counts();
        for (Optional<DebtorId> after = Optional.of(new DebtorId(0)); after.isPresent(); ) {
            DebtorId from = after.get();
            after = transaction.execute(status -> batch(run, policy, today, from, counts));
        }
        transaction.executeWithoutResult(status -> runs.finish(run, counts.debtors, counts.items, counts.referrals));
        LOG.info(
                "dunning run {} of {}: {} debtors, {} items, {} new notices, {} referrals",
                procedure,
                today,
                counts.debtors,
                counts.items,
                counts.notices,
                counts.referrals);
        return new RunReport(procedure, today, counts.debtors, counts.items, counts.notices, counts.referrals);
    }

    private static final class Counts {
        private int debtors;
        private int items;
        private int notices;
        private int referrals;
    }

    /** @return where to go on; empty at the end */
    private Optional<DebtorId> batch(long run, Policy policy, LocalDate today, DebtorId after, Counts counts) {
        runs.lock(run);
        List<DebtorAccount> batch = accounts.withOpenItems(after, BATCH);
        if (batch.isEmpty()) {
            return Optional.empty();
        }
        String procedure = policy.procedure().name();
        Planner planner = new Planner(policy.procedure());
        Map<DebtorId, DunningHistory> histories =
                history.of(batch.stream().map(DebtorAccount::debtor).toList(), procedure, 0);
        List<DebtorPlan> plans = new ArrayList<>();
        for (DebtorAccount account : batch) {
            DebtorPlan plan = planner.decide(account, histories.get(account.debtor()), today);
            plans.add(plan);
            counts.debtors++;
            counts.items += plan.decisions().size();
            if (plan.notice().isPresent()) {
                Map<ItemId, Money> amounts =
                        account.openItems().stream().collect(Collectors.toMap(OpenItem::id, OpenItem::open));
                notices.plan(
                        account.debtor(),
                        procedure,
                        plan.notice().get(),
                        amounts,
                        today,
                        MessageIds.of(
                                account.debtor(),
                                procedure,
                                plan.notice().get().level().name(),
                                today,
                                policy),
                        policy.hash());
                counts.notices++;
            }
            counts.referrals += report(account, plan, policy, today);
        }
        runs.explain(policy, today, plans);
        return Optional.of(batch.get(batch.size() - 1).debtor());
    }

    private int report(DebtorAccount account, DebtorPlan plan, Policy policy, LocalDate today) {
        if (plan.newlyExhausted().isEmpty()) {
            return 0;
        }
        Map<ItemId, OpenItem> items =
                account.openItems().stream().collect(Collectors.toMap(OpenItem::id, Function.identity()));
        List<ItemId> reported =
                runs.reportExhausted(plan.newlyExhausted(), policy.procedure().name(), today);
        Map<String, List<OpenItem>> byCurrency = reported.stream()
                .map(items::get)
                .collect(Collectors.groupingBy(item -> item.open().currencyCode(), TreeMap::new, Collectors.toList()));
        byCurrency.values().forEach(same -> outbox.record(exhausted(account, same, policy, today)));
        return reported.size();
    }

    private static DunningExhausted exhausted(
            DebtorAccount account, List<OpenItem> items, Policy policy, LocalDate today) {
        ReferralRule rule = policy.procedure().referral();
        Currency currency = items.get(0).open().currency();
        Money total = items.stream().map(OpenItem::open).reduce(Money.zero(currency), Money::plus);
        boolean automatic = rule.isAutomaticFor(total);
        return new DunningExhausted(
                account.debtor().value(),
                policy.procedure().name(),
                automatic ? "automatic" : "person",
                automatic
                        ? "procedure '" + policy.procedure().name() + "' refers up to " + rule.automaticUpTo()
                        : "procedure '" + policy.procedure().name() + "' asks a person",
                items.stream()
                        .map(item -> new DunningExhausted.ExhaustedItem(
                                item.id().value(),
                                item.number(),
                                item.open().minor(),
                                currency.getCurrencyCode(),
                                item.dueOn()))
                        .toList(),
                policy.hash(),
                today);
    }
}
