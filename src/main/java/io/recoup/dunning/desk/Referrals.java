package io.recoup.dunning.desk;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.recoup.dunning.DunningExhausted;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.dunning.store.RunStore;
import io.recoup.dunning.store.RunStore.Exhausted;
import io.recoup.money.Money;
import io.recoup.outbox.Outbox;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells the agency's room, once, of items whose letters were all in vain. */
@Component
class Referrals {

    private final RunStore runs;
    private final Outbox outbox;

    Referrals(RunStore runs, Outbox outbox) {
        this.runs = runs;
        this.outbox = outbox;
    }

    /** @return of each plan, how many of its items were reported now */
    List<Integer> report(List<DebtorPlan> plans, Map<DebtorId, Situation> found, Policy policy, LocalDate today) {
        List<Exhausted> vain = new ArrayList<>();
        for (DebtorPlan plan : plans) {
            for (ItemId item : plan.newlyExhausted()) {
                Map<ItemId, LocalDate> reopened =
                        found.get(plan.debtor()).account().reopened();
                vain.add(new Exhausted(item, plan.procedure(), reopened.get(item)));
            }
        }
        Set<ItemId> reported = vain.isEmpty() ? Set.of() : runs.reportExhausted(vain, today);
        List<DunningExhausted> facts = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (DebtorPlan plan : plans) {
            if (plan.newlyExhausted().isEmpty()) {
                counts.add(0);
                continue;
            }
            List<ItemId> items =
                    plan.newlyExhausted().stream().filter(reported::contains).toList();
            counts.add(items.size());
            if (!items.isEmpty()) {
                facts.addAll(facts(found.get(plan.debtor()).account(), plan, items, policy, today));
            }
        }
        outbox.record(facts);
        return counts;
    }

    /** One for each currency. */
    private static List<DunningExhausted> facts(
            DebtorAccount account, DebtorPlan plan, List<ItemId> reported, Policy policy, LocalDate today) {
        Procedure procedure = policy.procedure(plan.procedure()).orElseThrow();
        Map<ItemId, OpenItem> items = account.openItems().stream().collect(toMap(OpenItem::id, Function.identity()));
        Map<String, List<OpenItem>> byCurrency = reported.stream()
                .map(items::get)
                .collect(groupingBy(item -> item.open().currencyCode(), TreeMap::new, toList()));
        return byCurrency.values().stream()
                .map(same -> exhausted(account, same, procedure, policy, today))
                .toList();
    }

    private static DunningExhausted exhausted(
            DebtorAccount account, List<OpenItem> items, Procedure procedure, Policy policy, LocalDate today) {
        ReferralRule rule = procedure.referral();
        Currency currency = items.get(0).open().currency();
        Money total = items.stream().map(OpenItem::open).reduce(Money.zero(currency), Money::plus);
        boolean automatic = rule.isAutomaticFor(total);
        return new DunningExhausted(
                account.debtor().value(),
                procedure.name(),
                automatic ? "automatic" : "person",
                automatic
                        ? "procedure '" + procedure.name() + "' refers up to " + rule.automaticUpTo()
                        : "procedure '" + procedure.name() + "' asks a person",
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
