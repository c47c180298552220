package io.recoup.receivables.store;

import io.recoup.receivables.Cause;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Repository;

/** A source's complete list of what is open: whatever is missing from it was settled there. */
@Repository
class Snapshots {

    private final ItemStore items;
    private final OpenItemStore open;
    private final PostingStore postings;
    private final Movements movements;
    private final DebtorStore debtors;

    Snapshots(ItemStore items, OpenItemStore open, PostingStore postings, Movements movements, DebtorStore debtors) {
        this.items = items;
        this.open = open;
        this.postings = postings;
        this.movements = movements;
        this.debtors = debtors;
    }

    int apply(String source, List<String> openSourceIds, Cause cause, LocalDate on) {
        List<ItemStore.Row> absent = open.openButNotIn(source, openSourceIds).stream()
                .map(items::get)
                .toList();
        debtors.lock(absent.stream().map(ItemStore.Row::debtorId).distinct().toList());
        for (ItemStore.Row item : absent) {
            long owed = postings.balance(item.id()).open();
            if (owed > 0) {
                movements.post("settled_elsewhere", item, owed, cause, on);
            }
        }
        return absent.size();
    }
}
