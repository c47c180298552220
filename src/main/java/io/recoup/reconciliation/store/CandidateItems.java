package io.recoup.reconciliation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recoup.money.Money;
import io.recoup.receivables.InvoiceEntry.Discount;
import io.recoup.receivables.ItemKind;
import io.recoup.reconciliation.match.MatchItem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items that payments may mean. */
@Repository
class CandidateItems {

    /**
     * Of a debtor with more open items in a currency than this those due first are read with a payment of his, beside
     * those that it names and those that have just its amount.
     */
    static final int MOST_OF_A_DEBTOR = 300;

    private static final int MOST_NAMED = 12_500;
    private static final int MOST_BY_AMOUNT = 12;
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private static final String ITEM = """
        SELECT i.id, i.debtor_id, i.kind, i.number, i.instalment, coalesce(o.open_minor, 0) AS open_minor, i.currency,
               i.issued_on, i.due_on, i.reference, i.order_reference, i.discounts::text AS discounts, i.source
        FROM item i LEFT JOIN open_item o ON o.item_id = i.id
        WHERE i.state = 'open' AND NOT EXISTS (SELECT FROM item part WHERE part.parent_id = i.id)
        """;

    /** What has a row that says what is open stands, and has no instalments. */
    private static final String OPEN_ITEM = """
        SELECT o.item_id AS id, o.debtor_id, o.kind, o.number, o.instalment, o.open_minor, o.currency, o.issued_on, o.due_on,
               o.reference, i.order_reference, i.discounts::text AS discounts, o.source
        FROM open_item o JOIN item i ON i.id = o.item_id
        """;

    private final JdbcClient jdbc;

    CandidateItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Settled ones too: a text that names one means it. */
    List<Candidates.Item> named(Set<String> keys) {
        return jdbc.sql(ITEM + """
            AND i.id IN (
                SELECT id FROM item WHERE reference = ANY (:keys)
                UNION SELECT id FROM item WHERE upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g')) = ANY (:keys)
                UNION SELECT id FROM item WHERE regexp_replace(number, '[^0-9]', '', 'g') = ANY (:keys)
                UNION SELECT id FROM item
                      WHERE order_reference IS NOT NULL
                        AND upper(regexp_replace(order_reference, '[^A-Za-z0-9]', '', 'g')) = ANY (:keys))
            ORDER BY o.item_id IS NULL, i.id LIMIT :limit
            """)
                .param("keys", keys.toArray(String[]::new))
                .param("limit", MOST_NAMED)
                .query(CandidateItems::item)
                .list();
    }

    List<Candidates.Item> open(Set<Long> items) {
        return items.isEmpty()
                ? List.of()
                : jdbc.sql(OPEN_ITEM + " WHERE o.item_id = ANY (:items) ORDER BY o.item_id")
                        .param("items", items.toArray(Long[]::new))
                        .query(CandidateItems::item)
                        .list();
    }

    /** Open items of these debtors, oldest due date first, and those of whomever that have just one of the amounts. */
    List<Candidates.Item> open(Set<Long> debtors, Set<Candidates.Cut> cut, List<PendingReceipt> receipts) {
        return jdbc.sql(OPEN_ITEM + """
            WHERE o.item_id IN (
                SELECT his.item_id FROM unnest(:debtors::bigint[]) AS d (id)
                CROSS JOIN (SELECT DISTINCT unnest(:currencies::text[]) AS currency) c
                CROSS JOIN LATERAL (SELECT item_id FROM open_item WHERE debtor_id = d.id AND currency = c.currency
                                    ORDER BY due_on, item_id LIMIT :most) his
                UNION
                SELECT item_id FROM open_item
                WHERE debtor_id = ANY (:cut::bigint[])
                  AND (open_minor, currency) IN (SELECT * FROM unnest(:amounts::bigint[], :currencies::text[]))
                UNION
                SELECT alike.item_id FROM (SELECT DISTINCT * FROM unnest(:amounts::bigint[], :currencies::text[])) AS a (minor, currency)
                CROSS JOIN LATERAL (SELECT item_id FROM open_item WHERE open_minor = a.minor AND currency = a.currency
                                    ORDER BY item_id LIMIT :alike) alike)
            ORDER BY o.item_id
            """)
                .param("debtors", debtors.toArray(Long[]::new))
                .param("most", MOST_OF_A_DEBTOR)
                .param(
                        "cut",
                        cut.stream().map(Candidates.Cut::debtor).distinct().toArray(Long[]::new))
                .param("amounts", amounts(receipts))
                .param("currencies", currencies(receipts))
                .param("alike", MOST_BY_AMOUNT)
                .query(CandidateItems::item)
                .list();
    }

    /** Debtors of whom not all open items are read. */
    Set<Candidates.Cut> cut(Set<Long> debtors, List<PendingReceipt> receipts) {
        return Set.copyOf(jdbc.sql("""
            SELECT d.id AS debtor, c.currency FROM unnest(:debtors::bigint[]) AS d (id)
            CROSS JOIN (SELECT DISTINCT unnest(:currencies::text[]) AS currency) c
            WHERE (SELECT count(*) FROM (SELECT FROM open_item WHERE debtor_id = d.id AND currency = c.currency
                                         LIMIT :most + 1) AS his) > :most
            """)
                .param("debtors", debtors.toArray(Long[]::new))
                .param("currencies", currencies(receipts))
                .param("most", MOST_OF_A_DEBTOR)
                .query(Candidates.Cut.class)
                .list());
    }

    /** The items with the customer numbers as keys of their debtors. */
    List<Candidates.Item> keyed(Collection<Candidates.Item> items, Map<Long, Candidates.Debtor> debtors) {
        return items.stream().map(item -> keyed(item, debtors)).toList();
    }

    private static Candidates.Item keyed(Candidates.Item item, Map<Long, Candidates.Debtor> debtors) {
        MatchItem m = item.match();
        return new Candidates.Item(
                new MatchItem(
                        m.id(),
                        debtors.get(item.debtor()).key(),
                        m.kind(),
                        m.number(),
                        m.instalment(),
                        m.issuedOn(),
                        m.dueOn(),
                        m.open(),
                        m.reference(),
                        m.orderReference(),
                        m.discounts()),
                item.debtor(),
                item.source());
    }

    /** Whose item each key of a text names. */
    static Map<String, Set<Long>> debtorsByKey(Collection<Candidates.Item> items) {
        Map<String, Set<Long>> debtors = new HashMap<>();
        for (Candidates.Item item : items) {
            for (String key : ItemKeys.namesOf(item.match())) {
                debtors.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(item.debtor());
            }
        }
        return debtors;
    }

    static Long[] amounts(List<PendingReceipt> receipts) {
        return receipts.stream().map(receipt -> receipt.unapplied().minor()).toArray(Long[]::new);
    }

    static String[] currencies(List<PendingReceipt> receipts) {
        return receipts.stream()
                .map(receipt -> receipt.unapplied().currencyCode())
                .toArray(String[]::new);
    }

    static Candidates.Item item(ResultSet rs, int row) throws SQLException {
        return new Candidates.Item(
                new MatchItem(
                        rs.getLong("id"),
                        String.valueOf(rs.getLong("debtor_id")),
                        ItemKind.of(rs.getString("kind")),
                        rs.getString("number"),
                        rs.getInt("instalment"),
                        rs.getObject("issued_on", LocalDate.class),
                        rs.getObject("due_on", LocalDate.class),
                        Money.of(rs.getLong("open_minor"), rs.getString("currency")),
                        rs.getString("reference"),
                        rs.getString("order_reference"),
                        discounts(rs.getString("discounts"))),
                rs.getLong("debtor_id"),
                rs.getString("source"));
    }

    private static List<Discount> discounts(String json) {
        try {
            return json.equals("[]") ? List.of() : JSON.readValue(json, new TypeReference<List<Discount>>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("cannot read discounts " + json, unreadable);
        }
    }
}
