package io.recoup.receivables.store;

import io.recoup.money.Money;
import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.RefusedEntry;
import io.recoup.receivables.RefusedEntry.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is open and left while one allocation after the other takes of it. Amounts are minor units. */
final class Balances {

    private final Set<Long> debtors;
    private final Map<Long, ReceiptStore.Row> money;
    private final Map<Long, Owed> items = new HashMap<>();
    private final Map<Long, OpenItemStore.Row> openBefore;
    private final Map<Long, Long> open = new HashMap<>();
    private final Map<Long, Long> leftBefore;
    private final Map<Long, Long> left;
    private final Map<Long, Long> paid = new LinkedHashMap<>();

    /**
     * @param debtors who is locked
     * @param open items with anything open
     * @param settled those that were asked for and have nothing open
     * @param left what is left of receipts, of those with anything left
     */
    Balances(
            Set<Long> debtors,
            Map<Long, ReceiptStore.Row> money,
            Map<Long, OpenItemStore.Row> open,
            Map<Long, ItemStore.Row> settled,
            Map<Long, Long> left) {
        this.debtors = debtors;
        this.money = money;
        this.items.putAll(settled);
        this.items.putAll(open);
        this.openBefore = open;
        open.values().forEach(row -> this.open.put(row.id(), row.minor()));
        this.leftBefore = left;
        this.left = new HashMap<>(left);
    }

    Map<Long, OpenItemStore.Row> openBefore() {
        return openBefore;
    }

    /**
     * @param into where what it takes is added
     * @throws RefusedEntry if it cannot be; nothing is taken then
     */
    void take(Allocation wanted, List<Movements.Movement> into) {
        long receipt = wanted.receipt().value();
        List<Owed> rows = new ArrayList<>(wanted.parts().size());
        for (Part part : wanted.parts()) {
            rows.add(item(part.item().value()));
        }
        if (!money.containsKey(receipt)) {
            throw new RefusedEntry(Why.NO_RECEIPT);
        }
        Allotment allotment = Allotment.of(wanted.parts(), rows);
        allotment.check(
                money.get(receipt).currency(), left.getOrDefault(receipt, 0L), row -> open.getOrDefault(row.id(), 0L));
        int before = into.size();
        for (Allotment.Share share : allotment.shares()) {
            if (share.credit() == null) {
                into.add(Movements.allocated(share.item(), receipt, share.minor(), wanted.cause()));
                paid.putIfAbsent(receipt, share.item().debtorId());
            } else {
                into.addAll(Movements.netted(share.credit(), share.item(), receipt, share.minor(), wanted.cause()));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            Part part = wanted.parts().get(i);
            if (part.as() != null) {
                into.add(Movements.forgiven(
                        part.as().posting(),
                        rows.get(i),
                        receipt,
                        part.forgiven().minor(),
                        wanted.cause()));
            }
        }
        for (Movements.Movement one : into.subList(before, into.size())) {
            open.merge(one.item().id(), -one.amount(), Long::sum);
        }
        left.merge(receipt, -allotment.money(), Long::sum);
    }

    private Owed item(long id) {
        Owed row = items.get(id);
        if (row == null) {
            throw new RefusedEntry(Why.NO_DOCUMENT);
        }
        if (!debtors.contains(row.debtorId())) {
            throw new RefusedEntry(Why.GIVEN_AWAY, row.number());
        }
        return row;
    }

    /** What became of the receipts that gave anything. */
    List<UnappliedStore.Applied> applied() {
        List<UnappliedStore.Applied> applied = new ArrayList<>(paid.size());
        paid.forEach((receipt, debtor) -> {
            long rest = left.get(receipt);
            applied.add(new UnappliedStore.Applied(
                    receipt, leftBefore.get(receipt), rest, debtor, rest == 0 ? null : leftOver(receipt, rest)));
        });
        return applied;
    }

    private String leftOver(long receipt, long rest) {
        return "left over: " + Money.of(rest, money.get(receipt).currency()) + " more than was to pay";
    }
}
