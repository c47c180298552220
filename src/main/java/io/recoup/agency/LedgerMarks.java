package io.recoup.agency;

import io.recoup.receivables.ItemId;
import io.recoup.receivables.ReceiptId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Positions in the ledger that its own face does not give. */
public interface LedgerMarks {

    /** Newest posting of each item; steady while the debtor is locked. */
    Map<ItemId, Long> newestPostings(Collection<ItemId> items);

    /** The receipt whose money a posting moved; empty when it moved none. */
    Optional<ReceiptId> receiptOf(long posting);
}
