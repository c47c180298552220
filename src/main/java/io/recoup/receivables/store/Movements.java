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
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

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

    /** @param before the items with anything open; steady, because their debtors were locked when they were read */
    void post(List<Movement> movements, Map<Long, OpenItemStore.Row> before, LocalDate on) {
        Map<Long, Long> after = new LinkedHashMap<>(2 * movements.size());
        long[] left = left(movements, before, after);
        open.move(before, after);
        record(movements, left, on);
    }

    /**
     * As {@link #post(List, Map, LocalDate)}, by what was read before the debtors were locked.
     *
     * @return false, and nothing is posted, where the items are not as they were
     */
    boolean postIfSteady(List<Movement> movements, Map<Long, OpenItemStore.Row> before, LocalDate on) {
        Map<Long, Long> after = new LinkedHashMap<>(2 * movements.size());
        long[] left = left(movements, before, after);
        TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
        Object untouched = transaction.createSavepoint();
        try {
            open.move(before, after);
        } catch (OpenItemStore.Overtaken meanwhile) {
            transaction.rollbackToSavepoint(untouched);
            return false;
        }
        transaction.releaseSavepoint(untouched);
        record(movements, left, on);
        return true;
    }

    /**
     * @param after where is noted what is open of each item in the end
     * @return what is open of its item after each movement, minor units
     */
    private static long[] left(List<Movement> movements, Map<Long, OpenItemStore.Row> before, Map<Long, Long> after) {
        long[] left = new long[movements.size()];
        for (int i = 0; i < left.length; i++) {
            long item = movements.get(i).item().id();
            OpenItemStore.Row was = before.get(item);
            left[i] = after.getOrDefault(item, was == null ? 0L : was.minor())
                    + movements.get(i).effect();
            after.put(item, left[i]);
        }
        return left;
    }

    /** The postings, and who is told of them. @param left what is open of its item after each, minor units */
    private void record(List<Movement> movements, long[] left, LocalDate on) {
        List<Long> ids = postings.post(movements.stream().map(Movement::entry).toList(), on);
        List<Fact> facts = new ArrayList<>(left.length);
        Map<String, List<Long>> toTell = new LinkedHashMap<>();
        for (int i = 0; i < left.length; i++) {
            Movement one = movements.get(i);
            Owed item = one.item();
            if (!one.kind().equals("issued")) {
                facts.add(fact(one, ids.get(i), left[i], on));
            }
            // no ERP knows our own charges
            if (one.isTold() && !item.source().equals(OpenItem.OWN_SOURCE)) {
                toTell.computeIfAbsent(item.source(), erp -> new ArrayList<>()).add(ids.get(i));
            }
        }
        writeBack(toTell);
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
