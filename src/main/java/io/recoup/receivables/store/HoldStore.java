package io.recoup.receivables.store;

import io.recoup.receivables.InvoiceEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HoldStore {

    private final JdbcClient jdbc;

    HoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long place(long debtor, Long item, InvoiceEntry.HoldEntry hold, String by) {
        return jdbc.sql("""
                INSERT INTO hold (debtor_id, item_id, kind, until_on, reason, placed_by)
                VALUES (:debtor, :item, :kind, :until, :reason, :by) RETURNING id
                """)
                .param("debtor", debtor)
                .param("item", item)
                .param("kind", hold.kind())
                .param("until", hold.until())
                .param("reason", hold.reason())
                .param("by", by)
                .query(Long.class)
                .single();
    }

    void release(long hold, String by) {
        jdbc.sql("UPDATE hold SET released_at = now(), released_by = :by WHERE id = :hold AND released_at IS NULL")
                .param("by", by)
                .param("hold", hold)
                .update();
    }

    /** The source's own hold on an item becomes exactly the stated one; holds that people placed stay. */
    void state(long debtor, long item, InvoiceEntry.HoldEntry hold, String source) {
        String by = "source:" + source;
        int same = hold == null
                ? 0
                : jdbc.sql("""
                        SELECT count(*) FROM hold
                        WHERE item_id = :item AND placed_by = :by AND released_at IS NULL
                          AND (kind, until_on, reason) IS NOT DISTINCT FROM (:kind, :until::date, :reason)
                        """)
                        .param("item", item)
                        .param("by", by)
                        .param("kind", hold.kind())
                        .param("until", hold.until())
                        .param("reason", hold.reason())
                        .query(Integer.class)
                        .single();
        if (same > 0) {
            return;
        }
        jdbc.sql("""
                UPDATE hold SET released_at = now(), released_by = :by
                WHERE item_id = :item AND placed_by = :by AND released_at IS NULL
                """).param("by", by).param("item", item).update();
        if (hold != null) {
            place(debtor, item, hold, by);
        }
    }
}
