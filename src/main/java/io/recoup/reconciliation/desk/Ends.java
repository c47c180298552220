package io.recoup.reconciliation.desk;

import io.recoup.money.Money;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.DueReceipts.Claim;
import io.recoup.reconciliation.store.ItemKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How receipts end to be due: settled, or waiting for news. Joins the caller's transaction, which holds their leases. */
@Component
class Ends {

    private final DueReceipts due;

    Ends(DueReceipts due) {
        this.due = due;
    }

    /**
     * What is settled is done with. What is left over waits for news of its own amount, and what waits for those of what it
     * watches; if others heard news before it was watched, it is looked at once more.
     *
     * @param heard how far the news are heard now, and will be until the transaction ends
     */
    void end(List<Verdict> booked, List<Verdict> left, Claim claim, String heard) {
        Map<Long, Set<String>> watches = new TreeMap<>();
        left.forEach(verdict -> watches.put(verdict.receipt().id(), verdict.watch()));
        List<Long> settled = new ArrayList<>();
        for (Verdict verdict : booked) {
            Money residual = verdict.match().residual();
            if (residual.isPositive()) {
                Set<String> watch = new TreeSet<>(verdict.watch());
                watch.add(ItemKeys.ofAmount(residual.currencyCode(), residual.minor()));
                watches.put(verdict.receipt().id(), watch);
            } else {
                settled.add(verdict.receipt().id());
            }
        }
        if (!watches.isEmpty()) {
            due.watch(watches);
        }
        due.unwatch(settled);
        boolean nothingNew = heard.equals(claim.heard());
        List<Long> done = new ArrayList<>(settled);
        List<Long> again = new ArrayList<>();
        Stream.concat(booked.stream(), left.stream())
                .map(Verdict::receipt)
                .filter(receipt -> watches.containsKey(receipt.id()))
                .forEach(receipt -> (receipt.watched() || nothingNew ? done : again).add(receipt.id()));
        due.done(claim, done);
        if (!again.isEmpty()) {
            due.release(claim, again);
        }
    }
}
