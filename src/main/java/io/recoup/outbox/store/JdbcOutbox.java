package io.recoup.outbox.store;

import io.recoup.outbox.Fact;
import io.recoup.outbox.Outbox;
import io.recoup.outbox.RecordedFact;
import io.recoup.store.CopyRows;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class JdbcOutbox implements Outbox {

    private final JdbcClient jdbc;
    private final JdbcOperations rows;

    JdbcOutbox(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(dataSource);
    }

    @Override
    public void record(Collection<? extends Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        CopyRows copy = new CopyRows();
        FactLot lot = new FactLot();
        for (Fact fact : facts) {
            if (!lot.takes(fact)) {
                lot.write(copy);
                lot = new FactLot();
            }
            lot.add(fact);
        }
        lot.write(copy);
        rows.execute(copy.into("fact_lot (type, many, subjects, payloads)"));
    }

    @Override
    public List<RecordedFact> take(String subscriber, Collection<String> types, int limit) {
        String elsewhere = lock(subscriber);
        // whoever stopped within a lot goes on within it; no more lots are unfolded than are needed
        List<RecordedFact> facts = jdbc.sql("""
                SELECT l.id + f.n - 1 AS id, l.type, f.subject, f.json, l.recorded_at
                FROM (
                    SELECT *, sum(many) OVER (ORDER BY xact, id) - many AS before
                    FROM (
                        SELECT l.*, s.last_xact, s.last_id
                        FROM fact_lot l, fact_subscription s
                        WHERE s.subscriber = :subscriber
                          AND (l.xact, l.id) > (s.last_xact, s.last_id - :lot)
                          AND (l.xact, l.id + l.many - 1) > (s.last_xact, s.last_id)
                          AND l.xact < (
                              SELECT running FROM (
                                  SELECT pg_snapshot_xip(pg_current_snapshot()) AS running
                                  UNION ALL SELECT pg_current_xact_id()
                                  UNION ALL SELECT pg_snapshot_xmax(pg_current_snapshot())) AS here
                              WHERE running::xid <> ALL (:elsewhere::xid[])
                              ORDER BY running LIMIT 1)
                          AND (cardinality(:types::text[]) = 0 OR l.type = ANY (:types::text[]))
                        ORDER BY l.xact, l.id
                        LIMIT :limit) AS unread) AS l
                CROSS JOIN LATERAL unnest(string_to_array(l.subjects, E'\\n'), string_to_array(l.payloads, E'\\n'))
                    WITH ORDINALITY AS f (subject, json, n)
                WHERE l.before < :limit + :lot AND (l.xact, l.id + f.n - 1) > (l.last_xact, l.last_id)
                ORDER BY l.xact, l.id, f.n
                LIMIT :limit
                """)
                .param("subscriber", subscriber)
                .param("elsewhere", elsewhere)
                .param("lot", FactLot.MOST)
                .param("types", types.toArray(String[]::new))
                .param("limit", limit)
                .query(RecordedFact.class)
                .list();
        if (!facts.isEmpty()) {
            jdbc.sql("""
                    UPDATE fact_subscription
                    SET last_xact = (SELECT xact FROM fact_lot WHERE id <= :last ORDER BY id DESC LIMIT 1), last_id = :last
                    WHERE subscriber = :subscriber
                    """)
                    .param("last", facts.get(facts.size() - 1).id())
                    .param("subscriber", subscriber)
                    .update();
        }
        return facts;
    }

    /**
     * Facts are read below the oldest transaction that may still record some. One of another database never does, nor
     * does one that the server runs for itself; such may last for hours, and are not waited for.
     *
     * @return the numbers of those that run at this moment, an array of {@code xid}; that of one who begins later is
     *     above those of all facts that are there
     */
    private String lock(String subscriber) {
        // which process works in which database is remembered within a transaction, and has to be new
        jdbc.sql("""
                INSERT INTO fact_subscription (subscriber) SELECT :subscriber FROM pg_stat_clear_snapshot()
                ON CONFLICT DO NOTHING
                """).param("subscriber", subscriber).update();
        return jdbc.sql("""
                SELECT ARRAY(
                    SELECT l.transactionid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                    WHERE l.locktype = 'transactionid' AND l.mode = 'ExclusiveLock'
                      AND (a.datname <> current_database() OR a.usesysid IS NULL))::text
                FROM fact_subscription WHERE subscriber = :subscriber FOR UPDATE
                """).param("subscriber", subscriber).query(String.class).single();
    }

    @Override
    public String position(String subscriber) {
        return jdbc.sql("""
                SELECT last_xact || ':' || last_id FROM fact_subscription WHERE subscriber = :subscriber FOR SHARE
                """)
                .param("subscriber", subscriber)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
