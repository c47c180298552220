package io.recoup.receivables.store;

import io.recoup.receivables.Balance;
import io.recoup.receivables.Cause;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /** @return their ids, in the order given */
    List<Long> post(List<Entry> entries, LocalDate on) {
        List<Long> ids = jdbc.sql("""
            INSERT INTO posting (kind, item_id, receipt_id, credit_item_id, amount_minor, currency, business_date,
                                 cause_kind, cause, reason, reverses)
            SELECT kind, item, receipt, credit, amount, currency, :on, cause_kind, cause, reason, reverses
            FROM unnest(:kinds::text[], :items::bigint[], :receipts::bigint[], :credits::bigint[], :amounts::bigint[],
                        :currencies::text[], :causeKinds::text[], :causes::text[], :reasons::text[], :reversed::bigint[])
                 WITH ORDINALITY AS e (kind, item, receipt, credit, amount, currency, cause_kind, cause, reason, reverses,
                                       nr)
            ORDER BY nr
            RETURNING id
            """)
                .param("on", on)
                .param("kinds", texts(entries, Entry::kind))
                .param("items", longs(entries, Entry::item))
                .param("receipts", longs(entries, Entry::receipt))
                .param("credits", longs(entries, Entry::creditItem))
                .param("amounts", longs(entries, Entry::amount))
                .param("currencies", texts(entries, Entry::currency))
                .param(
                        "causeKinds",
                        texts(entries, entry -> entry.cause().kind().name().toLowerCase(Locale.ROOT)))
                .param("causes", texts(entries, entry -> entry.cause().name()))
                .param("reasons", texts(entries, entry -> entry.cause().reason()))
                .param("reversed", longs(entries, Entry::reverses))
                .query(Long.class)
                .list();
        // ids are given in the order of the rows, and come back in it
        for (int i = 1; i < ids.size(); i++) {
            if (ids.get(i) <= ids.get(i - 1)) {
                throw new IllegalStateException(
                        "postings " + ids + " are not in the order in which they were asked for");
            }
        }
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

    private static Long[] longs(List<Entry> entries, Function<Entry, Long> field) {
        return entries.stream().map(field).toArray(Long[]::new);
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> field) {
        return entries.stream().map(field).toArray(String[]::new);
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
        return unapplied(List.of(receipt)).getOrDefault(receipt, 0L);
    }

    /** What is left of each receipt; none of one without a posting. */
    Map<Long, Long> unapplied(Collection<Long> receipts) {
        Map<Long, Long> left = new HashMap<>();
        jdbc.sql("""
            SELECT receipt_id, sum(k.receipt_effect * amount_minor)
            FROM posting JOIN posting_kind k USING (kind) WHERE receipt_id = ANY (:receipts) GROUP BY receipt_id
            """)
                .param("receipts", receipts.toArray(Long[]::new))
                .query((rs, row) -> left.put(rs.getLong(1), rs.getLong(2)))
                .list();
        return left;
    }
}
