package io.recoup.receivables.store;

import io.recoup.receivables.Balance;
import io.recoup.receivables.Cause;
import io.recoup.store.CopyRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The append-only book. Amounts are minor units. */
@Repository
class PostingStore {

    record Row(
            long id,
            String kind,
            Long itemId,
            Long receiptId,
            Long creditItemId,
            long amountMinor,
            String currency,
            Long reverses,
            boolean reversed) {}

    private static final String ROW = """
        SELECT p.id, p.kind, p.item_id, p.receipt_id, p.credit_item_id, p.amount_minor, p.currency, p.reverses,
               EXISTS (SELECT FROM posting r WHERE r.reverses = p.id) AS reversed
        FROM posting p
        """;

    private final JdbcClient jdbc;
    private final JdbcOperations rows;

    PostingStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(dataSource);
    }

    /** One row to come; {@code item}, {@code receipt}, {@code creditItem} and {@code reverses} may be null. */
    record Entry(
            String kind,
            Long item,
            Long receipt,
            Long creditItem,
            long amount,
            String currency,
            Cause cause,
            Long reverses) {}

    /** @return their ids, ascending in the order given */
    List<Long> post(List<Entry> entries, LocalDate on) {
        List<Long> ids = jdbc.sql("SELECT array_agg(nextval('posting_id_seq')) FROM generate_series(1, :many)")
                .param("many", entries.size())
                .query((row, n) -> List.of((Long[]) row.getArray(1).getArray()))
                .single();
        CopyRows copy = new CopyRows();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            copy.row(12)
                    .bigint(ids.get(i))
                    .text(entry.kind())
                    .bigint(entry.item())
                    .bigint(entry.receipt())
                    .bigint(entry.creditItem())
                    .bigint(entry.amount())
                    .text(entry.currency())
                    .date(on)
                    .text(entry.cause().kind().name().toLowerCase(Locale.ROOT))
                    .text(entry.cause().name())
                    .text(entry.cause().reason())
                    .bigint(entry.reverses());
        }
        rows.execute(copy.into("""
            posting (id, kind, item_id, receipt_id, credit_item_id, amount_minor, currency, business_date, cause_kind, cause,
                     reason, reverses)"""));
        return ids;
    }

    /** What takes a posting back. */
    static Entry opposite(Row original, Cause cause) {
        return new Entry(
                original.kind(),
                original.itemId(),
                original.receiptId(),
                original.creditItemId(),
                -original.amountMinor(),
                original.currency(),
                cause,
                original.id());
    }

    Optional<Row> find(long id) {
        return jdbc.sql(ROW + "WHERE p.id = :id")
                .param("id", id)
                .query(Row.class)
                .optional();
    }

    /** Standing postings of one kind on an item, latest first. */
    List<Row> standing(long item, String kind) {
        return jdbc.sql(ROW + """
            WHERE p.item_id = :item AND p.kind = :kind AND p.reverses IS NULL
              AND NOT EXISTS (SELECT FROM posting r WHERE r.reverses = p.id)
            ORDER BY p.id DESC
            """)
                .param("item", item)
                .param("kind", kind)
                .query(Row.class)
                .list();
    }

    /** What a receipt did to items and still stands, latest first: allocated, forgiven, netted (the item's side). */
    List<Row> paidBy(long receipt) {
        return ofReceipt(receipt, "allocated", "netted", "discount_granted", "small_difference");
    }

    List<Row> receivedOf(long receipt) {
        return ofReceipt(receipt, "received");
    }

    private List<Row> ofReceipt(long receipt, String... kinds) {
        return jdbc.sql(ROW + """
            WHERE p.receipt_id = :receipt AND p.kind = ANY (:kinds) AND p.reverses IS NULL
              AND NOT EXISTS (SELECT FROM posting r WHERE r.reverses = p.id)
            ORDER BY p.id DESC
            """)
                .param("receipt", receipt)
                .param("kinds", kinds)
                .query(Row.class)
                .list();
    }

    Balance balance(long item) {
        return jdbc.sql("""
            SELECT coalesce(sum(amount_minor) FILTER (WHERE kind IN ('issued', 'adjusted')), 0) AS total,
                   coalesce(sum(amount_minor) FILTER (
                       WHERE kind IN ('allocated', 'netted', 'credit_used', 'written_off', 'discount_granted',
                                      'small_difference')), 0) AS paid,
                   coalesce(sum(amount_minor) FILTER (WHERE kind = 'settled_elsewhere'), 0) AS elsewhere,
                   coalesce(sum(amount_minor) FILTER (WHERE kind = 'cancelled'), 0) AS cancelled
            FROM posting WHERE item_id = :item
            """).param("item", item).query(Balance.class).single();
    }

    /** What is left of the receipt by its postings. */
    long unapplied(long receipt) {
        return jdbc.sql("""
            SELECT coalesce(sum(k.receipt_effect * amount_minor), 0)
            FROM posting JOIN posting_kind k USING (kind) WHERE receipt_id = :receipt
            """).param("receipt", receipt).query(Long.class).single();
    }
}
