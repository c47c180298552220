package io.recoup.receivables.store;

import static java.util.stream.Collectors.toSet;

import io.recoup.outbox.Fact;
import io.recoup.outbox.Outbox;
import io.recoup.receivables.Cause;
import io.recoup.receivables.Facts;
import io.recoup.receivables.OpenItem;
import io.recoup.store.CopyRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The only way in which an open amount changes: the postings, the open amounts beside them, the facts, and the ERP's rows
 * to book, of any number of movements in one statement each. The caller holds the debtors' locks.
 */
@Repository
class Movements {

    /** Lines for an ERP of a row at most. */
    private static final int LOT = 100;

    private final JdbcOperations rows;
    private final PostingStore postings;
    private final ItemStore items;
    private final OpenItemStore open;
    private final Outbox outbox;

    Movements(PostingStore postings, ItemStore items, OpenItemStore open, Outbox outbox, DataSource dataSource) {
        this.rows = new JdbcTemplate(dataSource);
        this.postings = postings;
        this.items = items;
        this.open = open;
        this.outbox = outbox;
    }

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

        /** What it adds to the open amount, minor units. */
        long effect() {
            return kind.equals("issued") || kind.equals("adjusted") ? amount : -amount;
        }

        private PostingStore.Entry entry() {
            return new PostingStore.Entry(
                    kind, item.id(), receipt, creditItem, amount, item.currency(), cause, reverses);
        }
    }

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

    /** Posts without a counterpart. */
    void post(String kind, Owed item, long amount, Cause cause, LocalDate on) {
        post(List.of(new Movement(kind, item, null, null, amount, cause, null, false)), on);
    }

    /** Takes a posting back by its opposite; of a credit note's movement both sides. */
    void reverse(PostingStore.Row original, Cause cause, LocalDate on) {
        List<Movement> back = new ArrayList<>(List.of(opposite(original, cause)));
        String counterpart = original.kind().equals("netted")
                ? "credit_used"
                : original.kind().equals("credit_used") ? "netted" : null;
        if (counterpart != null) {
            postings.standing(original.creditItemId(), counterpart).stream()
                    .filter(other -> other.creditItemId().equals(original.itemId())
                            && other.amountMinor() == original.amountMinor())
                    .findFirst()
                    .ifPresent(other -> back.add(opposite(other, cause)));
        }
        post(back, on);
    }

    private Movement opposite(PostingStore.Row original, Cause cause) {
        return new Movement(
                original.kind(),
                items.get(original.itemId()),
                original.receiptId(),
                original.creditItemId(),
                -original.amountMinor(),
                cause,
                original.id(),
                original.receiptId() != null && !original.kind().equals("credit_used"));
    }

    void post(List<Movement> movements, LocalDate on) {
        post(movements, open.get(movements.stream().map(one -> one.item().id()).collect(toSet())), on);
    }

    /** @param before the items with anything open */
    void post(List<Movement> movements, Map<Long, OpenItemStore.Row> before, LocalDate on) {
        List<Long> ids = postings.post(movements.stream().map(Movement::entry).toList(), on);
        Map<Long, Long> now = new LinkedHashMap<>();
        List<Fact> facts = new ArrayList<>();
        Map<String, List<Long>> toTell = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            Movement one = movements.get(i);
            Owed item = one.item();
            OpenItemStore.Row was = before.get(item.id());
            long left = now.getOrDefault(item.id(), was == null ? 0L : was.minor()) + one.effect();
            now.put(item.id(), left);
            if (!one.kind().equals("issued")) {
                facts.add(fact(one, ids.get(i), left, on));
            }
            // no ERP knows our own charges
            if (one.isTold() && !item.source().equals(OpenItem.OWN_SOURCE)) {
                toTell.computeIfAbsent(item.source(), erp -> new ArrayList<>()).add(ids.get(i));
            }
        }
        writeBack(toTell);
        open.move(before, now);
        outbox.record(facts);
    }

    private Fact fact(Movement one, long posting, long left, LocalDate on) {
        Owed item = one.item();
        if (one.kind().equals("adjusted")) {
            long total = postings.balance(item.id()).total();
            return new Facts.ItemChanged(item.id(), item.debtorId(), item.number(), total, left, item.currency(), on);
        }
        return one.amount() > 0
                ? new Facts.ItemPaid(
                        posting,
                        item.id(),
                        item.debtorId(),
                        item.number(),
                        one.receipt(),
                        one.amount(),
                        left,
                        item.currency(),
                        on,
                        one.kind())
                : new Facts.ItemReopened(
                        posting, item.id(), item.debtorId(), item.number(), -one.amount(), left, item.currency(), on);
    }

    private void writeBack(Map<String, List<Long>> postings) {
        if (!postings.isEmpty()) {
            CopyRows copy = new CopyRows();
            postings.forEach((erp, told) -> {
                for (int from = 0; from < told.size(); from += LOT) {
                    copy.row(2).text(erp).bigints(told.subList(from, Math.min(told.size(), from + LOT)));
                }
            });
            rows.execute(copy.into("write_back_lot (source, postings)"));
        }
    }
}
