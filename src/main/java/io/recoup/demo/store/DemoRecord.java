package io.recoup.demo.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened so far, counted from the book of facts and the ledger's views; only read. */
@Repository
@Profile("demo")
public class DemoRecord {

    private final JdbcClient jdbc;

    public DemoRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fact type to how often it happened, in the order of the types' names. */
    public Map<String, Long> factCounts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("SELECT type, sum(many) AS times FROM fact_lot GROUP BY type ORDER BY type")
                .query((row, number) -> counts.put(row.getString("type"), row.getLong("times")))
                .list();
        return counts;
    }

    public long receiptsMatched() {
        return count("SELECT count(DISTINCT receipt_id) FROM allocation WHERE NOT reversed AND reverses IS NULL");
    }

    public long receiptsWaiting() {
        return count("SELECT count(*) FROM unapplied");
    }

    /** Those that a route could take now or has in its hands; what waits for its next attempt is not one. */
    public long writeBacksDue() {
        return count("SELECT count(*) FROM write_back WHERE state IN ('due', 'sending') AND next_at <= now()");
    }

    public long writeBacksDone() {
        return count("SELECT count(*) FROM write_back WHERE state = 'done'");
    }

    /** Letters that are kept for a later day are looked at again: days here are shorter than those of the clock. */
    public void wakeKeptLetters() {
        jdbc.sql("UPDATE notice SET next_at = now() WHERE state = 'due' AND procedure = 'letters' AND next_at > now()")
                .update();
    }

    /** Letters whose fate is open. */
    public long lettersUnderWay() {
        return count("""
                SELECT count(*) FROM notice
                WHERE state IN ('sending', 'on_wire') OR state = 'due' AND (procedure <> 'letters' OR next_at <= now())
                """);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
