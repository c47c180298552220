package io.recoup.receivables.store;

import io.recoup.outbox.Outbox;
import io.recoup.receivables.Balance;
import io.recoup.receivables.Cause;
import io.recoup.receivables.Facts;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * One movement on one item: the posting, the open amount beside it, the fact, and the ERP's row to book. The caller
 * holds the debtor's lock.
 */
@Repository
class Movements {

    private final JdbcClient jdbc;
    private final PostingStore postings;
    private final ItemStore items;
    private final OpenItemStore open;
    private final Outbox outbox;

    Movements(JdbcClient jdbc, PostingStore postings, ItemStore items, OpenItemStore open, Outbox outbox) {
        this.jdbc = jdbc;
        this.postings = postings;
        this.items = items;
        this.open = open;
        this.outbox = outbox;
    }

    /** Posts without a counterpart and keeps the open amount in step. */
    long post(String kind, ItemStore.Row item, long amount, Cause cause, LocalDate on) {
        long id = postings.post(kind, item.id(), null, null, amount, item.currency(), cause, on, null);
        settle(item, id, null, kind.equals("issued") || kind.equals("adjusted") ? -amount : amount, kind, on);
        return id;
    }

    long allocate(ItemStore.Row item, long receipt, long amount, Cause cause, LocalDate on) {
        long id = postings.post("allocated", item.id(), receipt, null, amount, item.currency(), cause, on, null);
        writeBack(id);
        settle(item, id, receipt, amount, "allocated", on);
        return id;
    }

    /** Settles part of an item without money, beside what the receipt pays of it. */
    void forgive(String kind, ItemStore.Row item, long receipt, long amount, Cause cause, LocalDate on) {
        long id = postings.post(kind, item.id(), receipt, null, amount, item.currency(), cause, on, null);
        writeBack(id);
        settle(item, id, receipt, amount, kind, on);
    }

    /**
     * Sets {@code amount} of a credit note against an item: two postings that name each other's item.
     *
     * @param receipt the payment that did so, which the ERP is told; null when the source's own documents say so
     */
    void net(ItemStore.Row credit, ItemStore.Row item, Long receipt, long amount, Cause cause, LocalDate on) {
        String currency = item.currency();
        long taken = postings.post("netted", item.id(), receipt, credit.id(), amount, currency, cause, on, null);
        if (receipt != null) {
            writeBack(taken);
        }
        settle(item, taken, receipt, amount, "netted", on);
        long used = postings.post("credit_used", credit.id(), receipt, item.id(), amount, currency, cause, on, null);
        settle(credit, used, receipt, amount, "credit_used", on);
    }

    /** Takes a posting back by its opposite; of a credit note's movement both sides. */
    void reverse(PostingStore.Row original, Cause cause, LocalDate on) {
        reverseOne(original, cause, on);
        String counterpart = original.kind().equals("netted")
                ? "credit_used"
                : original.kind().equals("credit_used") ? "netted" : null;
        if (counterpart != null) {
            postings.standing(original.creditItemId(), counterpart).stream()
                    .filter(other -> other.creditItemId().equals(original.itemId())
                            && other.amountMinor() == original.amountMinor())
                    .findFirst()
                    .ifPresent(other -> reverseOne(other, cause, on));
        }
    }

    private void reverseOne(PostingStore.Row original, Cause cause, LocalDate on) {
        long id = postings.reverse(original, cause, on);
        if (original.receiptId() != null && !original.kind().equals("credit_used")) {
            writeBack(id);
        }
        settle(items.get(original.itemId()), id, original.receiptId(), -original.amountMinor(), original.kind(), on);
    }

    private void settle(ItemStore.Row item, long posting, Long receipt, long paid, String how, LocalDate on) {
        Balance balance = postings.balance(item.id());
        open.setOpen(item.id(), balance.open());
        if (how.equals("issued")) {
            return;
        }
        if (how.equals("adjusted")) {
            outbox.record(new Facts.ItemChanged(
                    item.id(), item.debtorId(), item.number(), balance.total(), balance.open(), item.currency(), on));
            return;
        }
        outbox.record(
                paid > 0
                        ? new Facts.ItemPaid(
                                posting,
                                item.id(),
                                item.debtorId(),
                                item.number(),
                                receipt,
                                paid,
                                balance.open(),
                                item.currency(),
                                on,
                                how)
                        : new Facts.ItemReopened(
                                posting,
                                item.id(),
                                item.debtorId(),
                                item.number(),
                                -paid,
                                balance.open(),
                                item.currency(),
                                on));
    }

    private void writeBack(long posting) {
        jdbc.sql("""
            INSERT INTO write_back (source, posting_id)
            SELECT i.source, p.id FROM posting p JOIN item i ON i.id = p.item_id
            WHERE p.id = :posting AND i.source <> 'recoup' -- no ERP knows our own charges
            """).param("posting", posting).update();
    }
}
