package io.recoup.receivables.store;

import static java.util.stream.Collectors.toSet;

import io.recoup.money.Money;
import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.Ledger.Refused;
import io.recoup.receivables.RefusedEntry;
import io.recoup.receivables.RefusedEntry.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Lets receipts pay items, any number of them in a handful of statements. */
@Repository
class Allocations {

    private final ReceiptStore receipts;
    private final ItemStore items;
    private final OpenItemStore open;
    private final PostingStore postings;
    private final Movements movements;
    private final DebtorStore debtors;

    Allocations(
            ReceiptStore receipts,
            ItemStore items,
            OpenItemStore open,
            PostingStore postings,
            Movements movements,
            DebtorStore debtors) {
        this.receipts = receipts;
        this.items = items;
        this.open = open;
        this.postings = postings;
        this.movements = movements;
        this.debtors = debtors;
    }

    /** All locks are taken, then all is read and checked, and nothing is posted before that. */
    List<Refused> post(List<Allocation> wanted, LocalDate on) {
        Set<Long> named = wanted.stream()
                .flatMap(one -> one.parts().stream())
                .map(part -> part.item().value())
                .collect(toSet());
        Set<Long> locked = debtors.lock(List.of(), named);
        Set<Long> payers = wanted.stream().map(one -> one.receipt().value()).collect(toSet());
        Balances balances = new Balances(
                locked, receipts.lock(payers), items.get(named), open.amounts(named), postings.unapplied(payers));
        List<Refused> refused = new ArrayList<>();
        List<Movements.Movement> granted = new ArrayList<>();
        Map<Long, ReceiptStore.Applied> applied = new LinkedHashMap<>();
        for (Allocation one : wanted) {
            try {
                granted.addAll(balances.take(one));
                applied.merge(
                        one.receipt().value(),
                        balances.applied(one),
                        (first, next) -> new ReceiptStore.Applied(next.receipt(), first.debtor(), next.waits()));
            } catch (RefusedEntry why) {
                refused.add(new Refused(one, why));
            }
        }
        if (!granted.isEmpty()) {
            movements.post(granted, balances.openBefore, on);
            receipts.apply(List.copyOf(applied.values()));
        }
        return refused;
    }

    /** What is open and left while one allocation after the other takes of it. Amounts are minor units. */
    private static final class Balances {

        final Map<Long, Long> openBefore;
        private final Set<Long> locked;
        private final Map<Long, ReceiptStore.Row> money;
        private final Map<Long, ItemStore.Row> items;
        private final Map<Long, Long> open;
        private final Map<Long, Long> left;

        Balances(
                Set<Long> locked,
                Map<Long, ReceiptStore.Row> money,
                Map<Long, ItemStore.Row> items,
                Map<Long, Long> open,
                Map<Long, Long> left) {
            this.locked = locked;
            this.money = money;
            this.items = items;
            this.openBefore = Map.copyOf(open);
            this.open = open;
            this.left = left;
        }

        /** @throws RefusedEntry if it cannot be; nothing is taken then */
        List<Movements.Movement> take(Allocation wanted) {
            long receipt = wanted.receipt().value();
            List<ItemStore.Row> rows = wanted.parts().stream()
                    .map(part -> item(part.item().value()))
                    .toList();
            if (!money.containsKey(receipt)) {
                throw new RefusedEntry(Why.NO_RECEIPT);
            }
            Allotment allotment = Allotment.of(wanted.parts(), rows);
            allotment.check(
                    money.get(receipt).currency(),
                    left.getOrDefault(receipt, 0L),
                    row -> open.getOrDefault(row.id(), 0L));
            List<Movements.Movement> taken = new ArrayList<>();
            for (Allotment.Share share : allotment.shares()) {
                if (share.credit() == null) {
                    taken.add(Movements.allocated(share.item(), receipt, share.minor(), wanted.cause()));
                } else {
                    taken.addAll(
                            Movements.netted(share.credit(), share.item(), receipt, share.minor(), wanted.cause()));
                }
            }
            for (int i = 0; i < rows.size(); i++) {
                Part part = wanted.parts().get(i);
                if (part.as() != null) {
                    taken.add(Movements.forgiven(
                            part.as().posting(),
                            rows.get(i),
                            receipt,
                            part.forgiven().minor(),
                            wanted.cause()));
                }
            }
            taken.forEach(one -> open.merge(one.item().id(), -one.amount(), Long::sum));
            left.merge(receipt, -allotment.money(), Long::sum);
            return taken;
        }

        private ItemStore.Row item(long id) {
            ItemStore.Row row = items.get(id);
            if (row == null) {
                throw new RefusedEntry(Why.NO_DOCUMENT);
            }
            if (!locked.contains(row.debtorId())) {
                throw new RefusedEntry(Why.GIVEN_AWAY, row.number());
            }
            return row;
        }

        ReceiptStore.Applied applied(Allocation granted) {
            long receipt = granted.receipt().value();
            Money over = Money.of(left.get(receipt), money.get(receipt).currency());
            return new ReceiptStore.Applied(
                    receipt,
                    items.get(granted.parts().get(0).item().value()).debtorId(),
                    over.isZero() ? null : "left over: " + over + " more than was to pay");
        }
    }
}
