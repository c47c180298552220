package io.recoup.receivables.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The narrow rows that say what is open: the only ones that posting touches besides its own. */
@Repository
class OpenItemStore {

    private final JdbcClient jdbc;

    OpenItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Brings the open amount in step with the postings; the row leaves when nothing is open. */
    void setOpen(long item, long openMinor) {
        if (openMinor == 0) {
            jdbc.sql("DELETE FROM open_item WHERE item_id = :item")
                    .param("item", item)
                    .update();
            return;
        }
        jdbc.sql("""
                INSERT INTO open_item (item_id, debtor_id, kind, currency, due_on, open_minor, number, instalment,
                                       total_minor, issued_on, reference, source)
                SELECT id, debtor_id, kind, currency, due_on, :open, number, instalment, total_minor, issued_on, reference,
                       source
                FROM item WHERE id = :item
                ON CONFLICT (item_id) DO UPDATE SET open_minor = excluded.open_minor
                """).param("item", item).param("open", openMinor).update();
    }

    /** Standing documents of the debtor that the given credit note number may be set against, and the reverse. */
    List<Long> creditNotesFor(long debtor, String number) {
        return jdbc.sql("""
                SELECT i.id FROM item i JOIN open_item o ON o.item_id = i.id
                WHERE i.debtor_id = :debtor AND i.kind = 'credit_note'
                  AND upper(replace(i.credit_note_for, ' ', '')) = upper(replace(:number, ' ', ''))
                ORDER BY i.id
                """)
                .param("debtor", debtor)
                .param("number", number)
                .query(Long.class)
                .list();
    }

    List<Long> openByNumber(long debtor, String number) {
        return jdbc.sql("""
                SELECT i.id FROM item i JOIN open_item o ON o.item_id = i.id
                WHERE i.debtor_id = :debtor AND i.kind <> 'credit_note'
                  AND upper(replace(i.number, ' ', '')) = upper(replace(:number, ' ', ''))
                ORDER BY i.due_on, i.id
                """)
                .param("debtor", debtor)
                .param("number", number)
                .query(Long.class)
                .list();
    }

    /** Documents of a source with anything open whose source id is not among the given ones. */
    List<Long> openButNotIn(String source, List<String> sourceIds) {
        return jdbc.sql("""
                SELECT i.id FROM item i JOIN open_item o ON o.item_id = i.id
                WHERE i.source = :source AND NOT (i.source_id = ANY (:ids)) ORDER BY i.debtor_id, i.id
                """)
                .param("source", source)
                .param("ids", sourceIds.toArray(String[]::new))
                .query(Long.class)
                .list();
    }

    /** The document changed. */
    void follow(long item) {
        jdbc.sql("""
                UPDATE open_item o
                SET debtor_id = i.debtor_id, due_on = i.due_on, number = i.number, total_minor = i.total_minor,
                    issued_on = i.issued_on, reference = i.reference
                FROM item i WHERE i.id = :item AND o.item_id = i.id
                """).param("item", item).update();
    }
}
