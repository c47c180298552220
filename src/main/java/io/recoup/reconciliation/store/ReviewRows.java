package io.recoup.reconciliation.store;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What persons look at: receipts that wait, open items to choose from, cheques. */
@Repository
public class ReviewRows {

    private final JdbcClient jdbc;

    ReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Receipts that wait, oldest first, after one of them. */
    public List<Long> waiting(long after, int limit) {
        return jdbc.sql("SELECT receipt_id FROM unapplied WHERE receipt_id > :after ORDER BY receipt_id LIMIT :limit")
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    /** @param means transfer, agency, cash, card, cheque or direct_debit */
    public record Receipt(
            long id,
            String means,
            LocalDate on,
            Money amount,
            @Nullable String payer,
            @Nullable String account,
            @Nullable String reference,
            @Nullable String remittance,
            @Nullable String waits,
            boolean reversed) {}

    public List<Receipt> receipts(List<Long> ids) {
        return jdbc.sql("""
            SELECT r.id, r.means, r.received_on, r.amount_minor, r.currency, r.payer_name, r.payer_account, r.reference,
                   r.remittance, u.why AS waits, r.reversed_by IS NOT NULL AS reversed
            FROM receipt r LEFT JOIN unapplied u ON u.receipt_id = r.id WHERE r.id = ANY (:ids) ORDER BY r.id
            """)
                .param("ids", ids.toArray(Long[]::new))
                .query((rs, row) -> new Receipt(
                        rs.getLong("id"),
                        rs.getString("means"),
                        rs.getObject("received_on", LocalDate.class),
                        Money.of(rs.getLong("amount_minor"), rs.getString("currency")),
                        rs.getString("payer_name"),
                        rs.getString("payer_account"),
                        rs.getString("reference"),
                        rs.getString("remittance"),
                        rs.getString("waits"),
                        rs.getBoolean("reversed")))
                .list();
    }

    public Optional<Long> receiptWithKey(String key) {
        return jdbc.sql("SELECT id FROM receipt WHERE source_key = :key")
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    /** Debtors whose items the receipt pays at this moment. */
    public Set<Long> debtorsPaidBy(long receipt) {
        return debtorsPaidBy(List.of(receipt)).getOrDefault(receipt, Set.of());
    }

    /** By receipt the debtors whose items it pays at this moment. */
    public Map<Long, Set<Long>> debtorsPaidBy(Collection<Long> receipts) {
        Map<Long, Set<Long>> paid = new TreeMap<>();
        jdbc.sql("""
            SELECT DISTINCT p.receipt_id, i.debtor_id FROM posting p JOIN item i ON i.id = p.item_id
            WHERE p.receipt_id = ANY (:receipts) AND p.reverses IS NULL
              AND NOT EXISTS (SELECT FROM posting r WHERE r.reverses = p.id)
            """)
                .param("receipts", receipts.toArray(Long[]::new))
                .query((rs, row) -> paid.computeIfAbsent(rs.getLong(1), receipt -> new TreeSet<>())
                        .add(rs.getLong(2)))
                .list();
        return paid;
    }

    /** Whether something of what it pays at this moment was booked unasked. */
    public boolean isPaidByRule(long receipt) {
        return jdbc.sql("""
            SELECT EXISTS (SELECT FROM posting p WHERE p.receipt_id = :receipt AND p.kind = 'allocated'
                             AND p.cause_kind = 'rule' AND p.reverses IS NULL
                             AND NOT EXISTS (SELECT FROM posting r WHERE r.reverses = p.id))
            """).param("receipt", receipt).query(Boolean.class).single();
    }

    public Map<Long, String> namesOf(Set<Long> debtors) {
        Map<Long, String> names = new TreeMap<>();
        jdbc.sql("SELECT id, name FROM debtor WHERE id = ANY (:ids)")
                .param("ids", debtors.toArray(Long[]::new))
                .query((rs, row) -> names.put(rs.getLong("id"), rs.getString("name")))
                .list();
        return names;
    }

    /** Open items of which everything that is asked is true; at least one thing must be. */
    public List<Long> openItems(
            @Nullable String number,
            Set<String> debtorWords,
            @Nullable Long amountMinor,
            @Nullable String currency,
            int limit) {
        return jdbc.sql("""
            SELECT o.item_id FROM open_item o JOIN debtor d ON d.id = o.debtor_id
            WHERE (:number::text IS NULL OR o.item_id IN (
                      SELECT id FROM item
                      WHERE upper(regexp_replace(number, '[^A-Za-z0-9]', '', 'g')) = :number
                         OR regexp_replace(number, '[^0-9]', '', 'g') = :number))
              AND (cardinality(:words::text[]) = 0 OR o.debtor_id IN (
                      SELECT id FROM debtor WHERE name_words(name) @> :words::text[]
                      UNION SELECT id FROM debtor
                            WHERE upper(regexp_replace(source_id, '[^A-Za-z0-9]', '', 'g'))
                                  = array_to_string(:words::text[], '')))
              AND (:amount::bigint IS NULL OR (o.open_minor = :amount AND o.currency = :currency))
            ORDER BY o.due_on, o.item_id LIMIT :limit
            """)
                .param("number", number)
                .param("words", debtorWords.toArray(String[]::new))
                .param("amount", amountMinor)
                .param("currency", currency)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    public void cheque(long receipt, String state, LocalDate day, String by, @Nullable String why) {
        jdbc.sql("""
            INSERT INTO cheque (receipt_id, state, on_day, said_by, why) VALUES (:receipt, :state, :day, :by, :why)
            """)
                .param("receipt", receipt)
                .param("state", state)
                .param("day", day)
                .param("by", by)
                .param("why", why)
                .update();
    }

    public Optional<String> stateOfCheque(long receipt) {
        return jdbc.sql("SELECT state FROM cheque WHERE receipt_id = :receipt ORDER BY id DESC LIMIT 1")
                .param("receipt", receipt)
                .query(String.class)
                .optional();
    }
}
