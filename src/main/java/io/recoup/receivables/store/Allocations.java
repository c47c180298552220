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

    /** All locks are taken, then all is read and checked, and nothing is posted before that. */
    List<Refused> post(List<Allocation> wanted, LocalDate on) {
        Balances balances = read(wanted);
        List<Refused> refused = new ArrayList<>();
        List<Movements.Movement> granted = new ArrayList<>();
        for (Allocation one : wanted) {
            try {
                balances.take(one, granted);
            } catch (RefusedEntry why) {
                refused.add(new Refused(one, why));
            }
        }
        if (!granted.isEmpty()) {
            movements.post(granted, balances.openBefore(), on);
            unapplied.apply(balances.applied());
        }
        return refused;
    }

    /** Of documents only the narrow rows are read that say what is open; the wide ones of those with nothing open. */
    private Balances read(List<Allocation> wanted) {
        Set<Long> named = new HashSet<>();
        Set<Long> payers = new HashSet<>();
        for (Allocation one : wanted) {
            payers.add(one.receipt().value());
            for (Part part : one.parts()) {
                named.add(part.item().value());
            }
        }
        Map<Long, OpenItemStore.Place> places = open.places(named);
        Set<Long> concerned = debtorsOf(named, places);
        debtors.lock(concerned);
        Map<Long, ReceiptStore.Row> money = receipts.lock(payers);
        // others may have changed them until we held the locks
        Map<Long, OpenItemStore.Row> rows = open.get(named, places);
        named.removeAll(rows.keySet());
        return new Balances(
                concerned, money, rows, named.isEmpty() ? Map.of() : items.get(named), unapplied.left(payers));
    }

    private Set<Long> debtorsOf(Set<Long> named, Map<Long, OpenItemStore.Place> places) {
        Set<Long> concerned = new HashSet<>();
        places.values().forEach(place -> concerned.add(place.debtorId()));
        if (places.size() < named.size()) {
            concerned.addAll(items.debtorsOf(
                    named.stream().filter(item -> !places.containsKey(item)).toList()));
        }
        return concerned;
    }
}
