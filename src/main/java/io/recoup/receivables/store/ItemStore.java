package io.recoup.receivables.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recoup.receivables.InvoiceEntry;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents and their parts, and the narrow row that says what is open of them. */
@Repository
class ItemStore {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** @param moneyless true of a document whose instalments carry its money */
    record Row(
            long id,
            long debtorId,
            String kind,
            String number,
            int instalment,
            String currency,
            long totalMinor,
            LocalDate dueOn,
            String state,
            Instant changedAt,
            String contentHash,
            String source,
            boolean moneyless)
            implements Owed {}

    private static final String ROW = """
            SELECT i.id, i.debtor_id, i.kind, i.number, i.instalment, i.currency, i.total_minor, i.due_on, i.state,
                   i.changed_at, i.content_hash, i.source, EXISTS (SELECT FROM item part WHERE part.parent_id = i.id) AS moneyless
            FROM item i
            """;

    private final JdbcClient jdbc;
    private final OpenItemStore open;

    ItemStore(JdbcClient jdbc, OpenItemStore open) {
        this.jdbc = jdbc;
        this.open = open;
    }

    Row get(long item) {
        return jdbc.sql(ROW + "WHERE i.id = :item")
                .param("item", item)
                .query(Row.class)
                .single();
    }

    /** Those there are, by id. */
    Map<Long, Row> get(Collection<Long> items) {
        Map<Long, Row> rows = new HashMap<>();
        jdbc.sql(ROW + "WHERE i.id = ANY (:items)")
                .param("items", items.toArray(Long[]::new))
                .query(Row.class)
                .list()
                .forEach(row -> rows.put(row.id(), row));
        return rows;
    }

    Set<Long> debtorsOf(Collection<Long> items) {
        return Set.copyOf(jdbc.sql("SELECT DISTINCT debtor_id FROM item WHERE id = ANY (:items)")
                .param("items", items.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    Optional<Row> document(String source, String sourceId) {
        return jdbc.sql(ROW + "WHERE i.source = :source AND i.source_id = :sourceId AND i.instalment = 0")
                .param("source", source)
                .param("sourceId", sourceId)
                .query(Row.class)
                .optional();
    }

    List<Row> instalments(long document) {
        return jdbc.sql(ROW + "WHERE i.parent_id = :document ORDER BY i.instalment")
                .param("document", document)
                .query(Row.class)
                .list();
    }

    /** The source id of another standing document of the same source, kind and number. */
    Optional<String> otherWithNumber(InvoiceEntry invoice) {
        return jdbc.sql("""
                SELECT source_id FROM item
                WHERE source = :source AND kind = :kind AND upper(replace(number, ' ', '')) = upper(replace(:number, ' ', ''))
                  AND source_id <> :sourceId AND instalment = 0 AND state = 'open'
                LIMIT 1
                """)
                .param("source", invoice.source())
                .param("kind", invoice.kind().word())
                .param("number", invoice.number())
                .param("sourceId", invoice.sourceId())
                .query(String.class)
                .optional();
    }

    long insert(InvoiceEntry invoice, long debtor, LocalDate dueOn, String hash) {
        return insert(
                invoice,
                debtor,
                invoice.kind().word(),
                0,
                null,
                dueOn,
                invoice.total().minor(),
                hash);
    }

    long insertInstalment(InvoiceEntry invoice, long debtor, long document, InvoiceEntry.Instalment part) {
        return insert(
                invoice,
                debtor,
                "instalment",
                part.number(),
                document,
                part.dueOn(),
                part.amount().minor(),
                "");
    }

    private long insert(
            InvoiceEntry invoice,
            long debtor,
            String kind,
            int instalment,
            Long parent,
            LocalDate dueOn,
            long total,
            String hash) {
        return stated(invoice, """
                INSERT INTO item (debtor_id, kind, source, source_id, instalment, parent_id, number, issued_on, due_on,
                                  currency, total_minor, reference, order_reference, credit_note_for, documents,
                                  discounts, state, changed_at, content_hash)
                VALUES (:debtor, :kind, :source, :sourceId, :instalment, :parent, :number, :issuedOn, :dueOn,
                        :currency, :total, :reference, :orderReference, :creditNoteFor, :documents::jsonb,
                        :discounts::jsonb, :state, :changedAt, :hash)
                RETURNING id
                """)
                .param("debtor", debtor)
                .param("kind", kind)
                .param("source", invoice.source())
                .param("sourceId", invoice.sourceId())
                .param("instalment", instalment)
                .param("parent", parent)
                .param("dueOn", dueOn)
                .param("currency", invoice.total().currencyCode())
                .param("total", total)
                .param("hash", hash)
                .query(Long.class)
                .single();
    }

    void update(long item, InvoiceEntry invoice, long debtor, LocalDate dueOn, long total, String hash) {
        stated(invoice, """
                UPDATE item SET debtor_id = :debtor, number = :number, issued_on = :issuedOn, due_on = :dueOn,
                       total_minor = :total, reference = :reference, order_reference = :orderReference,
                       credit_note_for = :creditNoteFor, documents = :documents::jsonb, discounts = :discounts::jsonb,
                       state = :state, changed_at = coalesce(:changedAt, changed_at), content_hash = :hash
                WHERE id = :item
                """)
                .param("item", item)
                .param("debtor", debtor)
                .param("dueOn", dueOn)
                .param("total", total)
                .param("hash", hash)
                .update();
        open.follow(item);
    }

    private JdbcClient.StatementSpec stated(InvoiceEntry invoice, String sql) {
        return jdbc.sql(sql)
                .param("number", invoice.number())
                .param("issuedOn", invoice.issuedOn())
                .param("reference", normalised(invoice.reference()))
                .param("orderReference", invoice.orderReference())
                .param("creditNoteFor", invoice.creditNoteFor())
                .param("documents", json(invoice.documents()))
                .param("discounts", json(invoice.discounts()))
                .param("state", invoice.cancelled() ? "cancelled" : "open")
                .param("changedAt", timestamp(invoice.changedAt()));
    }

    void touch(long item, Instant changedAt) {
        jdbc.sql("UPDATE item SET changed_at = coalesce(:changedAt, changed_at) WHERE id = :item")
                .param("changedAt", timestamp(changedAt))
                .param("item", item)
                .update();
    }

    static String normalised(String reference) {
        return reference == null || reference.isBlank()
                ? null
                : reference.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT);
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static String json(Object value) {
        try {
            return value == null ? "[]" : JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("cannot write " + value, unwritable);
        }
    }
}
