package io.recoup.receivables.store;

import io.recoup.receivables.Cause;
import java.util.List;

/**
 * One amount on one item.
 *
 * @param receipt whose money it is; null of none
 * @param creditItem of a credit note's use the other side
 * @param amount minor units; of {@code issued} and {@code adjusted} more is owed by it, of all others less
 * @param reverses the posting it takes back; null of none
 * @param isTold whether the item's ERP has to book it
 */
record Movement(
        String kind,
        Owed item,
        Long receipt,
        Long creditItem,
        long amount,
        Cause cause,
        Long reverses,
        boolean isTold) {

    static Movement allocated(Owed item, long receipt, long amount, Cause cause) {
        return new Movement("allocated", item, receipt, null, amount, cause, null, true);
    }

    /** Settles part of an item without money, beside what the receipt pays of it. */
    static Movement forgiven(String kind, Owed item, long receipt, long amount, Cause cause) {
        return new Movement(kind, item, receipt, null, amount, cause, null, true);
    }

    /**
     * Sets {@code amount} of a credit note against an item: two postings that name each other's item.
     *
     * @param receipt the payment that did so, which the ERP is told; null when the source's own documents say so
     */
    static List<Movement> netted(Owed credit, Owed item, Long receipt, long amount, Cause cause) {
        return List.of(
                new Movement("netted", item, receipt, credit.id(), amount, cause, null, receipt != null),
                new Movement("credit_used", credit, receipt, item.id(), amount, cause, null, false));
    }

    /** What it adds to the open amount, minor units. */
    long effect() {
        return kind.equals("issued") || kind.equals("adjusted") ? amount : -amount;
    }

    PostingStore.Entry entry() {
        return new PostingStore.Entry(kind, item.id(), receipt, creditItem, amount, item.currency(), cause, reverses);
    }
}
