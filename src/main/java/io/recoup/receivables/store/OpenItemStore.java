package io.recoup.receivables.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * @param at where the row lies until somebody who holds the debtor's lock changes it
     * @param minor what is open, minor units; above zero
     */
    record Row(
            String at, long id, long debtorId, String kind, String number, String currency, String source, long minor)
            implements Owed {

        /** A row stands for money. */
        @Override
        public boolean moneyless() {
            return false;
        }
    }

    /** Where an item's row lies, and whose it is, as somebody sees it who holds no lock. */
    record Place(String at, long debtorId) {}

    /** Of those of these items with anything open. */
    Map<Long, Place> places(Collection<Long> items) {
        Map<Long, Place> places = new HashMap<>();
        jdbc.sql("SELECT item_id, debtor_id, ctid FROM open_item WHERE item_id = ANY (:items)")
                .param("items", items.toArray(Long[]::new))
                .query(row -> {
                    places.put(row.getLong(1), new Place(row.getString(3), row.getLong(2)));
                });
        return places;
    }

    /** Those of these items with anything open, by id; steady while their debtors are locked. */
    Map<Long, Row> get(Collection<Long> items) {
        return get(items, Map.of());
    }

    /**
     * The same, faster where rows still lie at these places.
     *
     * <p>A place alone proves nothing: another row may have come to lie there. What is found elsewhere is asked for by id.
     */
    Map<Long, Row> get(Collection<Long> items, Map<Long, Place> places) {
        Map<Long, Row> open = new HashMap<>();
        if (!places.isEmpty()) {
            read(
                    "ctid = ANY (:asked::tid[])",
                    places.values().stream().map(Place::at).toArray(String[]::new),
                    open);
            open.keySet().retainAll(places.keySet());
        }
        Long[] others = items.stream().filter(item -> !open.containsKey(item)).toArray(Long[]::new);
        if (others.length > 0) {
            read("item_id = ANY (:asked)", others, open);
        }
        return open;
    }

    private void read(String which, Object[] asked, Map<Long, Row> into) {
        jdbc.sql("""
                SELECT ctid, item_id, debtor_id, kind, number, currency, source, open_minor FROM open_item WHERE
                """ + which).param("asked", asked).query(row -> {
            into.put(
                    row.getLong(2),
                    new Row(
                            row.getString(1),
                            row.getLong(2),
                            row.getLong(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getLong(8)));
        });
    }

    /**
     * Brings the open amounts in step with the postings; a row leaves when nothing is open, and comes when something is.
     *
     * @param before what {@link #get} said
     * @throws IllegalStateException if they are not as they were before: somebody did not hold the debtor's lock
     */
    void move(Map<Long, Row> before, Map<Long, Long> after) {
        List<Row> closed = new ArrayList<>();
        List<Long> opened = new ArrayList<>();
        List<Long> changed = new ArrayList<>();
        after.forEach((item, open) -> {
            Row was = before.get(item);
            if (was == null && open != 0) {
                opened.add(item);
            } else if (was != null && open == 0) {
                closed.add(was);
            } else if (was != null && open != was.minor()) {
                changed.add(item);
            }
        });
        boolean moved = closed.isEmpty() || close(closed);
        moved &= move(changed, before, after, """
                UPDATE open_item o SET open_minor = m.after
                FROM unnest(:items::bigint[], :before::bigint[], :after::bigint[]) AS m (item, before, after)
                WHERE o.item_id = m.item AND o.open_minor = m.before
                """);
        moved &= move(opened, before, after, """
                INSERT INTO open_item (item_id, debtor_id, kind, currency, due_on, open_minor, number, instalment,
                                       total_minor, issued_on, reference, source)
                SELECT id, debtor_id, kind, currency, due_on, m.after, number, instalment, total_minor, issued_on, reference,
                       source
                FROM unnest(:items::bigint[], :before::bigint[], :after::bigint[]) AS m (item, before, after)
                JOIN item ON item.id = m.item
                """);
        if (!moved) {
            throw new IllegalStateException("of " + after.size() + " items some do not have open what they had");
        }
    }

    /** @return whether they were as they were read */
    private boolean close(List<Row> rows) {
        Map<Long, Long> gone = new HashMap<>();
        jdbc.sql("DELETE FROM open_item WHERE ctid = ANY (:rows::tid[]) RETURNING item_id, open_minor")
                .param("rows", rows.stream().map(Row::at).toArray(String[]::new))
                .query(row -> {
                    gone.put(row.getLong(1), row.getLong(2));
                });
        return gone.size() == rows.size()
                && rows.stream().allMatch(row -> Objects.equals(gone.get(row.id()), row.minor()));
    }

    private boolean move(List<Long> items, Map<Long, Row> before, Map<Long, Long> after, String sql) {
        return items.isEmpty()
                || items.size()
                        == jdbc.sql(sql)
                                .param("items", items.toArray(Long[]::new))
                                .param(
                                        "before",
                                        items.stream()
                                                .map(item -> before.containsKey(item)
                                                        ? before.get(item).minor()
                                                        : 0L)
                                                .toArray(Long[]::new))
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
