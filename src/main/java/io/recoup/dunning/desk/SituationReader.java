package io.recoup.dunning.desk;

import static java.util.stream.Collectors.toSet;

import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.plan.Sources;
import io.recoup.dunning.plan.Unmatched;
import io.recoup.dunning.store.HistoryStore;
import io.recoup.followup.ContactLog;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.SourceDeliveries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Fetches what the planner looks at. */
@Component
class SituationReader {

    private final Accounts accounts;
    private final HistoryStore history;
    private final SourceDeliveries deliveries;
    private final ContactLog contacts;

    SituationReader(Accounts accounts, HistoryStore history, SourceDeliveries deliveries, ContactLog contacts) {
        this.accounts = accounts;
        this.history = history;
        this.deliveries = deliveries;
        this.contacts = contacts;
    }

    /** What is the same for every debtor at a moment. */
    record News(Sources sources, Unmatched unmatched) {}

    News news() {
        List<Accounts.Unattributed> unattributed = accounts.unattributed();
        return new News(
                Sources.of(deliveries.newest(SourceDeliveries.Kind.BANK), deliveries.newest(SourceDeliveries.Kind.ERP)),
                new Unmatched(
                        unattributed.stream().map(Accounts.Unattributed::amount).collect(toSet()),
                        unattributed.stream()
                                .map(receipt -> Unmatched.key(receipt.payerName()))
                                .filter(key -> !key.isEmpty())
                                .collect(toSet())));
    }

    Situation of(DebtorId debtor, long exceptNotice) {
        List<DebtorId> one = List.of(debtor);
        return of(one, exceptNotice, news(), history.referred(one)).get(0);
    }

    /** In the order of the debtors' ids; without what was reported as exhausted, of which the report itself takes care. */
    List<Situation> of(Collection<DebtorId> debtors, News news) {
        return of(debtors, 0, news, Map.of());
    }

    /** @param exceptNotice left out of the histories; 0 = none */
    private List<Situation> of(
            Collection<DebtorId> debtors,
            long exceptNotice,
            News news,
            Map<DebtorId, Map<ItemId, LocalDate>> referred) {
        Map<DebtorId, DunningHistory> histories =
                history.of(debtors, exceptNotice, contacts.entries(debtors), referred);
        List<Situation> situations = new ArrayList<>();
        for (DebtorAccount account : accounts.accounts(debtors)) {
            situations.add(new Situation(account, histories.get(account.debtor()), news.sources(), news.unmatched()));
        }
        return situations;
    }
}
