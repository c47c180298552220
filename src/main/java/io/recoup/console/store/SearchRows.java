package io.recoup.console.store;

import io.recoup.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finding by what a caller has at hand: a document number, a name or a tax id. */
@Repository
public class SearchRows {

    /** By the index over tax ids without punctuation, in upper case: the same words on both sides. */
    static final String OF_TAX_ID = """
            SELECT id, name, source_id, tax_id,
                   (SELECT count(*) FROM open_item o WHERE o.debtor_id = d.id) AS open_items
            FROM debtor d
            WHERE upper(regexp_replace(tax_id, '[^A-Za-z0-9]', '', 'g'))
                  = nullif(upper(regexp_replace(:typed, '[^A-Za-z0-9]', '', 'g')), '')
            ORDER BY name, id LIMIT :limit
            """;

    private final JdbcClient jdbc;

    SearchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param open null once settled */
    public record FoundItem(
            long id,
            String number,
            int instalment,
            long debtor,
            String debtorName,
            LocalDate dueOn,
            Money total,
            Money open) {}

    /** @param taxId null where the ERP gave none */
    public record FoundDebtor(long id, String name, String sourceId, String taxId, int openItems) {}

    /** Documents of that number, compared in upper case without blanks. */
    public List<FoundItem> items(String number, int limit) {
        return jdbc.sql("""
                        SELECT i.id, i.number, i.instalment, i.debtor_id, d.name, i.due_on, i.total_minor, i.currency,
                               o.open_minor
                        FROM item i
                        JOIN debtor d ON d.id = i.debtor_id
                        LEFT JOIN open_item o ON o.item_id = i.id
                        WHERE upper(replace(i.number, ' ', '')) = upper(replace(:number, ' ', ''))
                        ORDER BY i.id LIMIT :limit
                        """)
                .param("number", number)
                .param("limit", limit)
                .query((row, n) -> new FoundItem(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getInt("instalment"),
                        row.getLong("debtor_id"),
                        row.getString("name"),
                        Columns.day(row, "due_on"),
                        Columns.money(row, "total_minor"),
                        Columns.money(row, "open_minor")))
                .list();
    }

    /**
     * Debtors of that tax id, then those whose name contains the words, whatever their case, or whose number in the ERP
     * is exactly it.
     */
    public List<FoundDebtor> debtors(String words, int limit) {
        return Stream.concat(ofTaxId(words, limit).stream(), named(words, limit).stream())
                .distinct()
                .limit(limit)
                .toList();
    }

    private List<FoundDebtor> named(String words, int limit) {
        return jdbc.sql("""
                        SELECT d.id, d.name, d.source_id, d.tax_id,
                               (SELECT count(*) FROM open_item o WHERE o.debtor_id = d.id) AS open_items
                        FROM debtor d
                        WHERE d.name ILIKE :pattern OR d.source_id = :words
                        ORDER BY d.name, d.id LIMIT :limit
                        """)
                .param("pattern", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("words", words)
                .param("limit", limit)
                .query(SearchRows::debtor)
                .list();
    }

    /** Debtors of that tax id, in whatever case and with whatever punctuation it is typed. */
    List<FoundDebtor> ofTaxId(String typed, int limit) {
        return jdbc.sql(OF_TAX_ID)
                .param("typed", typed)
                .param("limit", limit)
                .query(SearchRows::debtor)
                .list();
    }

    private static FoundDebtor debtor(ResultSet row, int n) throws SQLException {
        return new FoundDebtor(
                row.getLong("id"),
                row.getString("name"),
                row.getString("source_id"),
                row.getString("tax_id"),
                row.getInt("open_items"));
    }
}
