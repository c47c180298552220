package io.recoup.receivables.store;

import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ReceiptId;
import io.recoup.store.CopyRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The narrow rows that say what is left of money received, and why it waits: the only ones of a receipt that posting
 * touches. Amounts are minor units. The caller holds the receipts' locks.
 */
@Repository
class UnappliedStore {

    private final JdbcClient jdbc;
    private final JdbcOperations rows;

    UnappliedStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(dataSource);
    }

    /** @param debtor whose money it is; null = not known yet */
    record Entry(long receipt, Long debtor, String currency, LocalDate receivedOn, long left, String why) {}

    /** Money that came just now. */
    void enter(List<Entry> entries) {
        CopyRows copy = new CopyRows();
        entries.forEach(entry -> copy.row(6)
                .bigint(entry.receipt())
                .bigint(entry.debtor())
                .text(entry.currency())
                .date(entry.receivedOn())
                .bigint(entry.left())
                .text(entry.why()));
        rows.execute(copy.into("unapplied (receipt_id, debtor_id, currency, received_on, left_minor, why)"));
    }

    /**
     * What is left of a receipt.
     *
     * @param at where the row lies while its lock is held; null when nothing is left, and there is none
     */
    record Row(String at, long receipt, String currency, long left) {}

    /** Locks the rows of these receipts, in order of their ids, of those with anything left. */
    Map<Long, Row> lock(Collection<Long> receipts) {
        Map<Long, Row> left = new HashMap<>(2 * receipts.size());
        jdbc.sql("""
                SELECT ctid, receipt_id, currency, left_minor FROM unapplied WHERE receipt_id = ANY (:receipts)
                ORDER BY receipt_id FOR UPDATE
                """).param("receipts", receipts.toArray(Long[]::new)).query(row -> {
            long receipt = row.getLong(2);
            left.put(receipt, new Row(row.getString(1), receipt, row.getString(3), row.getLong(4)));
        });
        return left;
    }

    /**
     * What becomes of a receipt when something of it is applied.
     *
     * @param was what {@link #lock} said
     * @param debtor whose documents it pays
     * @param why the rest of it waits; null when nothing is left
     */
    record Applied(Row was, long left, long debtor, String why) {}

    /** @throws IllegalStateException if not as much was left as before: somebody did not hold the receipt's lock */
    void apply(List<Applied> receipts) {
        List<String> used = new ArrayList<>(receipts.size());
        List<Applied> rest = new ArrayList<>();
        for (Applied receipt : receipts) {
            if (receipt.left() == 0) {
                used.add(receipt.was().at());
            } else {
                rest.add(receipt);
            }
        }
        if (!used.isEmpty() && close(used) != used.size() || !rest.isEmpty() && leave(rest) != rest.size()) {
            throw new IllegalStateException("of " + receipts.size() + " receipts some do not have left what they had");
        }
    }

    private int close(List<String> places) {
        return jdbc.sql("DELETE FROM unapplied WHERE ctid = ANY (:places::tid[])")
                .param("places", places.toArray(String[]::new))
                .update();
    }

    private int leave(List<Applied> rest) {
        return jdbc.sql("""
            WITH applied AS (
                SELECT * FROM unnest(:receipts::bigint[], :before::bigint[], :left::bigint[], :debtors::bigint[],
                                     :why::text[]) AS a (receipt, before, rest, debtor, why)),
            known AS (UPDATE receipt r SET debtor_id = a.debtor FROM applied a
                      WHERE r.id = a.receipt AND r.debtor_id IS NULL)
            UPDATE unapplied u SET left_minor = a.rest, why = a.why, debtor_id = coalesce(u.debtor_id, a.debtor)
            FROM applied a WHERE u.receipt_id = a.receipt AND u.left_minor = a.before
            """)
                .param(
                        "receipts",
                        rest.stream().map(applied -> applied.was().receipt()).toArray(Long[]::new))
                .param(
                        "before",
                        rest.stream().map(applied -> applied.was().left()).toArray(Long[]::new))
                .param("left", rest.stream().map(Applied::left).toArray(Long[]::new))
                .param("debtors", rest.stream().map(Applied::debtor).toArray(Long[]::new))
                .param("why", rest.stream().map(Applied::why).toArray(String[]::new))
                .update();
    }

    /** Why each still waits; of one that does not wait nothing. */
    void explain(Map<Long, String> why) {
        jdbc.sql("""
            UPDATE unapplied u SET why = w.why FROM unnest(:receipts::bigint[], :why::text[]) AS w (receipt, why)
            WHERE u.receipt_id = w.receipt
            """)
                .param("receipts", why.keySet().toArray(Long[]::new))
                .param("why", why.values().toArray(String[]::new))
                .update();
    }

    /** Postings were taken back: what waits now is {@code left}, for whoever was paid where nobody is known. */
    void putBack(long receipt, long left, String why) {
        if (left == 0) {
            remove(receipt);
            return;
        }
        jdbc.sql("""
            UPDATE receipt r SET debtor_id = paid.debtor_id
            FROM (SELECT i.debtor_id FROM posting p JOIN item i ON i.id = p.item_id
                  WHERE p.receipt_id = :receipt AND p.kind = 'allocated' AND p.reverses IS NULL
                  ORDER BY p.id LIMIT 1) paid
            WHERE r.id = :receipt AND r.debtor_id IS NULL
            """).param("receipt", receipt).update();
        jdbc.sql("""
            INSERT INTO unapplied (receipt_id, debtor_id, currency, received_on, left_minor, why)
            SELECT id, debtor_id, currency, received_on, :left, :why FROM receipt WHERE id = :receipt
            ON CONFLICT (receipt_id) DO UPDATE
            SET debtor_id = excluded.debtor_id, left_minor = excluded.left_minor, why = excluded.why
            """)
                .param("receipt", receipt)
                .param("left", left)
                .param("why", why)
                .update();
    }

    /** The receipt itself was taken back. */
    void remove(long receipt) {
        jdbc.sql("DELETE FROM unapplied WHERE receipt_id = :receipt")
                .param("receipt", receipt)
                .update();
    }

    /** Whose money receipts are that pay nothing yet. */
    void attribute(Map<ReceiptId, DebtorId> owners) {
        List<ReceiptId> receipts = List.copyOf(owners.keySet());
        jdbc.sql("""
            WITH known AS (
                UPDATE receipt r SET debtor_id = o.debtor
                FROM unnest(:receipts::bigint[], :debtors::bigint[]) AS o (receipt, debtor)
                JOIN unapplied u ON u.receipt_id = o.receipt
                WHERE r.id = o.receipt AND r.debtor_id IS DISTINCT FROM o.debtor AND u.left_minor = r.amount_minor
                RETURNING r.id, r.debtor_id)
            UPDATE unapplied u SET debtor_id = k.debtor_id FROM known k WHERE u.receipt_id = k.id
            """)
                .param("receipts", receipts.stream().map(ReceiptId::value).toArray(Long[]::new))
                .param(
                        "debtors",
                        receipts.stream()
                                .map(receipt -> owners.get(receipt).value())
                                .toArray(Long[]::new))
                .update();
    }
}
