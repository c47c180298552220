package io.recoup.receivables.store;

import io.recoup.receivables.Balance;
import io.recoup.receivables.Cause;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    PostingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long post(
            String kind,
            Long item,
            Long receipt,
            Long creditItem,
            long amount,
            String currency,
            Cause cause,
            LocalDate on,
            Long reverses) {
        return jdbc.sql("""
            INSERT INTO posting (kind, item_id, receipt_id, credit_item_id, amount_minor, currency, business_date,
                                 cause_kind, cause, reason, reverses)
            VALUES (:kind, :item, :receipt, :creditItem, :amount, :currency, :on, :causeKind, :cause, :reason, :reverses)
            RETURNING id
            """)
                .param("kind", kind)
                .param("item", item)
                .param("receipt", receipt)
                .param("creditItem", creditItem)
                .param("amount", amount)
                .param("currency", currency)
                .param("on", on)
                .param("causeKind", cause.kind().name().toLowerCase(Locale.ROOT))
                .param("cause", cause.name())
                .param("reason", cause.reason())
                .param("reverses", reverses)
                .query(Long.class)
                .single();
    }

    long reverse(Row original, Cause cause, LocalDate on) {
        return post(
                original.kind(),
                original.itemId(),
                original.receiptId(),
                original.creditItemId(),
                -original.amountMinor(),
                original.currency(),
                cause,
                on,
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

    long unapplied(long receipt) {
        return jdbc.sql("""
            SELECT coalesce(sum(k.receipt_effect * amount_minor), 0)
            FROM posting JOIN posting_kind k USING (kind) WHERE receipt_id = :receipt
            """).param("receipt", receipt).query(Long.class).single();
    }
}
