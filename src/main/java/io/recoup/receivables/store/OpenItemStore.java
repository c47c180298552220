package io.recoup.receivables.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The narrow rows that say what is open: the only ones that posting touches besides its own. */
@Repository
class OpenItemStore {

    private final JdbcClient jdbc;

    OpenItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param at where this version of the row lies
     * @param version which of those that ever lay there
     * @param minor what is open, minor units; above zero
     */
    record Row(
            String at,
            String version,
            long id,
            long debtorId,
            String kind,
            String number,
            String currency,
            String source,
            long minor)
            implements Owed {

        /** A row stands for money. */
        @Override
        public boolean moneyless() {
            return false;
        }
    }

    /** A row is not as it was read: who read it did not hold the debtor's lock yet. */
    static final class Overtaken extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        private Overtaken(int items) {
            super("of " + items + " items some do not have open what they had");
        }
    }

    /** Those of these items with anything open, by id; steady while their debtors are locked. */
    Map<Long, Row> get(Collection<Long> items) {
        Map<Long, Row> open = new HashMap<>(2 * items.size());
        jdbc.sql("""
                SELECT ctid, xmin, item_id, debtor_id, kind, number, currency, source, open_minor FROM open_item
                WHERE item_id = ANY (:items)
                """).param("items", items.toArray(Long[]::new)).query(row -> {
            long id = row.getLong(3);
            open.put(
                    id,
                    new Row(
                            row.getString(1),
                            row.getString(2),
                            id,
                            row.getLong(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getLong(9)));
        });
        return open;
    }

    /**
     * Brings the open amounts in step with the postings; a row leaves when nothing is open, and comes when something is.
     *
     * @param before what {@link #get} said
     * @throws Overtaken if they are not as they were before
     */
    void move(Map<Long, Row> before, Map<Long, Long> after) {
        List<Row> closed = new ArrayList<>();
        List<Row> changed = new ArrayList<>();
        List<Long> opened = new ArrayList<>();
        after.forEach((item, open) -> {
            Row was = before.get(item);
            if (was == null && open != 0) {
                opened.add(item);
            } else if (was != null && open == 0) {
                closed.add(was);
            } else if (was != null && open != was.minor()) {
                changed.add(was);
            }
        });
        if (!close(closed) || !change(changed, after) || !open(opened, after)) {
            throw new Overtaken(after.size());
        }
    }

    /**
     * Another version in the place of one that was read is of a transaction that had not ended then, so that none of those
     * that were read has its number.
     *
     * @return whether they were as they were read
     */
    private boolean close(List<Row> rows) {
        return rows.isEmpty()
                || rows.size()
                        == jdbc.sql("""
                                DELETE FROM open_item
                                WHERE ctid = ANY (:places::tid[]) AND xmin = ANY (:versions::xid[])
                                """)
                                .param("places", rows.stream().map(Row::at).toArray(String[]::new))
                                .param(
                                        "versions",
                                        rows.stream()
                                                .map(Row::version)
                                                .distinct()
                                                .toArray(String[]::new))
                                .update();
    }

    /** @return whether they were as they were read */
    private boolean change(List<Row> rows, Map<Long, Long> after) {
        return rows.isEmpty()
                || rows.size()
                        == jdbc.sql("""
                                UPDATE open_item o SET open_minor = m.after
                                FROM unnest(:items::bigint[], :places::tid[], :versions::xid[], :after::bigint[])
                                    AS m (item, place, version, after)
                                WHERE o.item_id = m.item AND o.ctid = m.place AND o.xmin = m.version
                                """)
                                .param("items", rows.stream().map(Row::id).toArray(Long[]::new))
                                .param("places", rows.stream().map(Row::at).toArray(String[]::new))
                                .param(
                                        "versions",
                                        rows.stream().map(Row::version).toArray(String[]::new))
                                .param(
                                        "after",
                                        rows.stream()
                                                .map(row -> after.get(row.id()))
                                                .toArray(Long[]::new))
                                .update();
    }

    /** @return whether they are documents */
    private boolean open(List<Long> items, Map<Long, Long> after) {
        return items.isEmpty()
                || items.size()
                        == jdbc.sql("""
                        INSERT INTO open_item (item_id, debtor_id, kind, currency, due_on, open_minor, number, instalment,
                                               total_minor, issued_on, reference, source)
                        SELECT id, debtor_id, kind, currency, due_on, m.after, number, instalment, total_minor, issued_on,
                               reference, source
                        FROM unnest(:items::bigint[], :after::bigint[]) AS m (item, after)
                        JOIN item ON item.id = m.item
                        """)
                                .param("items", items.toArray(Long[]::new))
                                .param("after", items.stream().map(after::get).toArray(Long[]::new))
                                .update();
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
