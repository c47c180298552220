package io.recoup.receivables.store;

import io.recoup.money.Money;
import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.RefusedEntry;
import io.recoup.receivables.RefusedEntry.Why;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is open and left while one allocation after the other takes of it. Amounts are minor units. */
final class Balances {

    private final Set<Long> debtors;
    private final Map<Long, Item> items;
    private final Map<Long, Purse> money;
    private final List<Purse> paid = new ArrayList<>();

    private static final class Item {
        private final Owed row;
        private long open;

        private Item(Owed row, long open) {
            this.row = row;
            this.open = open;
        }
    }

    private static final class Purse {
        private final UnappliedStore.Row before;
        private long left;
        /** Whose documents it paid first; null while none. */
        private Long debtor;

        private Purse(UnappliedStore.Row before) {
            this.before = before;
            this.left = before.left();
        }
    }

    /**
     * @param debtors who is locked
     * @param money what is left of receipts
     * @param open items with anything open
     * @param settled those that were asked for and have nothing open
     */
    Balances(
            Set<Long> debtors,
            Map<Long, UnappliedStore.Row> money,
            Map<Long, OpenItemStore.Row> open,
            Map<Long, ItemStore.Row> settled) {
        this.debtors = debtors;
        this.items = new HashMap<>(2 * (open.size() + settled.size()));
        settled.forEach((id, row) -> items.put(id, new Item(row, 0)));
        open.forEach((id, row) -> items.put(id, new Item(row, row.minor())));
        this.money = new HashMap<>(2 * money.size());
        money.forEach((id, row) -> this.money.put(id, new Purse(row)));
    }

    /**
     * @param into where what it takes is added
     * @throws RefusedEntry if it cannot be; nothing is taken then
     */
    void take(Allocation wanted, List<Movement> into) {
        long receipt = wanted.receipt().value();
        List<Owed> rows = new ArrayList<>(wanted.parts().size());
        for (Part part : wanted.parts()) {
            rows.add(item(part.item().value()));
        }
        Purse purse = money.get(receipt);
        if (purse == null) {
            throw new RefusedEntry(Why.NO_RECEIPT);
        }
        Allotment allotment = Allotment.of(wanted.parts(), rows);
        allotment.check(purse.before.currency(), purse.left, row -> items.get(row.id()).open);
        int before = into.size();
        for (Allotment.Share share : allotment.shares()) {
            if (share.credit() == null) {
                into.add(Movement.allocated(share.item(), receipt, share.minor(), wanted.cause()));
                if (purse.debtor == null) {
                    purse.debtor = share.item().debtorId();
                    paid.add(purse);
                }
            } else {
                into.addAll(Movement.netted(share.credit(), share.item(), receipt, share.minor(), wanted.cause()));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            Part part = wanted.parts().get(i);
            if (part.as() != null) {
                into.add(Movement.forgiven(
                        part.as().posting(),
                        rows.get(i),
                        receipt,
                        part.forgiven().minor(),
                        wanted.cause()));
            }
        }
        for (Movement one : into.subList(before, into.size())) {
            items.get(one.item().id()).open -= one.amount();
        }
        purse.left -= allotment.money();
    }

    private Owed item(long id) {
        Item item = items.get(id);
        if (item == null) {
            throw new RefusedEntry(Why.NO_DOCUMENT);
        }
        if (!debtors.contains(item.row.debtorId())) {
            throw new RefusedEntry(Why.GIVEN_AWAY, item.row.number());
        }
        return item.row;
    }

    /** What became of the receipts that gave anything. */
    List<UnappliedStore.Applied> applied() {
        return paid.stream()
                .map(purse -> new UnappliedStore.Applied(
                        purse.before,
                        purse.left,
                        purse.debtor,
                        purse.left == 0
                                ? null
                                : "left over: " + Money.of(purse.left, purse.before.currency())
                                        + " more than was to pay"))
                .toList();
    }
}
