package io.recoup.receivables.store;

import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.Ledger.Refused;
import io.recoup.receivables.RefusedEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Lets receipts pay items, any number of them in a handful of statements. */
@Repository
class Allocations {

    private final ReceiptStore receipts;
    private final UnappliedStore unapplied;
    private final ItemStore items;
    private final OpenItemStore open;
    private final Movements movements;
    private final DebtorStore debtors;

    Allocations(
            ReceiptStore receipts,
            UnappliedStore unapplied,
            ItemStore items,
            OpenItemStore open,
            Movements movements,
            DebtorStore debtors) {
        this.receipts = receipts;
        this.unapplied = unapplied;
        this.items = items;
        this.open = open;
        this.movements = movements;
        this.debtors = debtors;
    }

    /** All locks are taken, then all is checked, and nothing is posted before that. */
    List<Refused> post(List<Allocation> wanted, LocalDate on) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        Set<Long> named = new HashSet<>(4 * wanted.size());
        Set<Long> payers = new HashSet<>(2 * wanted.size());
        for (Allocation one : wanted) {
            payers.add(one.receipt().value());
            for (Part part : one.parts()) {
                named.add(part.item().value());
            }
        }
        Map<Long, OpenItemStore.Row> seen = open.get(named);
        Set<Long> concerned = debtorsOf(named, seen);
        debtors.lock(concerned);
        Map<Long, UnappliedStore.Row> money = receipts.left(payers);
        // others may have changed until we held the locks what was seen before: where that matters, all is read anew
        if (seen.size() == named.size()) {
            Draft draft = draft(wanted, new Balances(concerned, money, seen, Map.of()));
            if (draft.refused().isEmpty() && movements.postIfSteady(draft.granted(), seen, on)) {
                unapplied.apply(draft.balances().applied());
                return List.of();
            }
        }
        Map<Long, OpenItemStore.Row> rows = open.get(named);
        named.removeAll(rows.keySet());
        Map<Long, ItemStore.Row> settled = named.isEmpty() ? Map.of() : items.get(named);
        Draft draft = draft(wanted, new Balances(concerned, money, rows, settled));
        if (!draft.granted().isEmpty()) {
            movements.post(draft.granted(), rows, on);
            unapplied.apply(draft.balances().applied());
        }
        return draft.refused();
    }

    private record Draft(Balances balances, List<Movement> granted, List<Refused> refused) {}

    private static Draft draft(List<Allocation> wanted, Balances balances) {
        List<Refused> refused = new ArrayList<>();
        List<Movement> granted = new ArrayList<>(wanted.size());
        for (Allocation one : wanted) {
            try {
                balances.take(one, granted);
            } catch (RefusedEntry why) {
                refused.add(new Refused(one, why));
            }
        }
        return new Draft(balances, granted, refused);
    }

    private Set<Long> debtorsOf(Set<Long> named, Map<Long, OpenItemStore.Row> seen) {
        Set<Long> concerned = new HashSet<>(2 * named.size());
        seen.values().forEach(row -> concerned.add(row.debtorId()));
        if (seen.size() < named.size()) {
            concerned.addAll(items.debtorsOf(
                    named.stream().filter(item -> !seen.containsKey(item)).toList()));
        }
        return concerned;
    }
}
