package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finding by what a caller has at hand: a document number or a name. */
@Repository
public class SearchRows {

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

    public record FoundDebtor(long id, String name, String sourceId, int openItems) {}

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

    /** Debtors whose name contains the words, whatever their case, or whose number in the ERP is exactly it. */
    public List<FoundDebtor> debtors(String words, int limit) {
        return jdbc.sql("""
                        SELECT d.id, d.name, d.source_id,
                               (SELECT count(*) FROM open_item o WHERE o.debtor_id = d.id) AS open_items
                        FROM debtor d
                        WHERE d.name ILIKE :pattern OR d.source_id = :words
                        ORDER BY d.name, d.id LIMIT :limit
                        """)
                .param("pattern", "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("words", words)
                .param("limit", limit)
                .query((row, n) -> new FoundDebtor(
                        row.getLong("id"), row.getString("name"), row.getString("source_id"), row.getInt("open_items")))
                .list();
    }
}
