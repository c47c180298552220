package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One debtor: who it is, what it owes, why it is left alone, what it paid. */
@Repository
public class DebtorRows {

    private final JdbcClient jdbc;

    DebtorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Debtor(
            long id, String source, String sourceId, String name, String taxId, String language, String country) {}

    /** @param unusable why mail to this address is not tried any more; null while usable */
    public record Contact(String kind, String name, String email, String phone, String unusable) {}

    /** @param total the amount at issue; of a credit note what it grants, and {@code open} what is unused of it */
    public record Item(
            long id,
            String kind,
            String number,
            int instalment,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money total,
            Money open) {}

    /** @param until last day of the hold; null = until released */
    public record Hold(
            long id, String number, String kind, LocalDate until, String reason, String placedBy, Instant placedAt) {}

    public record Receipt(long id, LocalDate on, String means, Money amount, String waits, String reversedBy) {}

    public Optional<Debtor> find(long id) {
        return jdbc.sql("SELECT id, source, source_id, name, tax_id, language, country FROM debtor WHERE id = :id")
                .param("id", id)
                .query((row, n) -> new Debtor(
                        row.getLong("id"),
                        row.getString("source"),
                        row.getString("source_id"),
                        row.getString("name"),
                        row.getString("tax_id"),
                        row.getString("language"),
                        row.getString("country")))
                .optional();
    }

    /** The names of these debtors, by id. */
    public Map<Long, String> names(Collection<Long> ids) {
        return jdbc
                .sql("SELECT id, name FROM debtor WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public List<Contact> contacts(long debtor) {
        return jdbc.sql("""
                        SELECT kind, name, email, phone, unusable FROM contact
                        WHERE debtor_id = :debtor ORDER BY id LIMIT 20
                        """)
                .param("debtor", debtor)
                .query((row, n) -> new Contact(
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("phone"),
                        row.getString("unusable")))
                .list();
    }

    public List<Item> openItems(long debtor) {
        return jdbc.sql("""
                        SELECT i.id, i.kind, i.number, i.instalment, i.issued_on, o.due_on, i.total_minor, o.open_minor,
                               o.currency
                        FROM open_item o JOIN item i ON i.id = o.item_id
                        WHERE o.debtor_id = :debtor
                        ORDER BY o.due_on, i.id LIMIT 200
                        """)
                .param("debtor", debtor)
                .query((row, n) -> new Item(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("number"),
                        row.getInt("instalment"),
                        Columns.day(row, "issued_on"),
                        Columns.day(row, "due_on"),
                        Columns.money(row, "total_minor"),
                        Columns.money(row, "open_minor")))
                .list();
    }

    /** What is owed, credit notes taken off, one amount per currency. */
    public List<Money> balances(long debtor) {
        return jdbc.sql("""
                        SELECT currency, sum(CASE WHEN kind = 'credit_note' THEN -open_minor ELSE open_minor END)::bigint
                               AS owed_minor
                        FROM open_item WHERE debtor_id = :debtor GROUP BY currency ORDER BY currency
                        """)
                .param("debtor", debtor)
                .query((row, n) -> Columns.money(row, "owed_minor"))
                .list();
    }

    public List<Hold> holds(long debtor) {
        return jdbc.sql("""
                        SELECT h.id, i.number, h.kind, h.until_on, h.reason, h.placed_by, h.placed_at
                        FROM hold h LEFT JOIN item i ON i.id = h.item_id
                        WHERE h.debtor_id = :debtor AND h.released_at IS NULL
                        ORDER BY h.id LIMIT 50
                        """)
                .param("debtor", debtor)
                .query((row, n) -> new Hold(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("kind"),
                        Columns.day(row, "until_on"),
                        row.getString("reason"),
                        row.getString("placed_by"),
                        Columns.instant(row, "placed_at")))
                .list();
    }

    /** Money that was allocated to this debtor's items or is known to come from it. */
    public List<Receipt> receipts(long debtor) {
        return jdbc.sql("""
                        SELECT r.id, r.received_on, r.means, r.amount_minor, r.currency, u.why AS waits, r.reversed_by
                        FROM receipt r LEFT JOIN unapplied u ON u.receipt_id = r.id
                        WHERE r.id IN (SELECT p.receipt_id FROM item i JOIN posting p ON p.item_id = i.id
                                     WHERE i.debtor_id = :debtor AND p.kind = 'allocated'
                                     UNION ALL
                                     SELECT id FROM receipt WHERE debtor_id = :debtor)
                        ORDER BY r.received_on DESC, r.id DESC LIMIT 50
                        """)
                .param("debtor", debtor)
                .query((row, n) -> new Receipt(
                        row.getLong("id"),
                        Columns.day(row, "received_on"),
                        row.getString("means"),
                        Columns.money(row, "amount_minor"),
                        row.getString("waits"),
                        row.getString("reversed_by")))
                .list();
    }
}
