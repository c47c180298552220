package io.recoup.reconciliation.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which thresholds each kind of evidence is booked, where somebody moved it. */
@Repository
public class StratumLevels {

    private final JdbcClient jdbc;

    StratumLevels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param level review, strict or shipped
     * @param labels the last label known when it was moved
     */
    public record Moved(String stratum, String level, String by, LocalDate on, String why, long labels) {}

    /** The newest move of each stratum. */
    public Map<String, Moved> moved() {
        Map<String, Moved> moved = new TreeMap<>();
        jdbc.sql("""
            SELECT DISTINCT ON (stratum) stratum, level, moved_by AS by, moved_on AS "on", why, labels
            FROM match_stratum ORDER BY stratum, id DESC
            """).query(Moved.class).list().forEach(one -> moved.put(one.stratum(), one));
        return moved;
    }

    public void move(String stratum, String level, String by, LocalDate on, String why) {
        jdbc.sql("""
            INSERT INTO match_stratum (stratum, level, moved_by, moved_on, why, labels)
            SELECT :stratum, :level, :by, :on, :why, coalesce(max(id), 0) FROM match_label
            """)
                .param("stratum", stratum)
                .param("level", level)
                .param("by", by)
                .param("on", on)
                .param("why", why)
                .update();
    }

    /** One mover at a time: the rest of the transaction excludes others. */
    public void lock() {
        jdbc.sql("LOCK TABLE match_stratum IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /**
     * Decisions of each stratum since its newest move.
     *
     * @param booked booked unasked
     * @param foregone not booked, though the shipped thresholds would have
     */
    public record Decided(String stratum, long booked, long foregone) {}

    public Map<String, Decided> decided() {
        Map<String, Decided> decided = new TreeMap<>();
        jdbc.sql("""
            SELECT coalesce(d.shipped_stratum, d.stratum) AS stratum,
                   count(*) FILTER (WHERE d.decision = 'auto') AS booked,
                   count(DISTINCT d.receipt_id) FILTER (WHERE d.decision <> 'auto' AND d.shipped IS NOT NULL)
                       AS foregone
            FROM match_decision d
            LEFT JOIN (SELECT stratum, max(moved_at) AS at FROM match_stratum GROUP BY stratum) m
                   ON m.stratum = coalesce(d.shipped_stratum, d.stratum)
            WHERE d.stratum IS NOT NULL AND (m.at IS NULL OR d.decided_at > m.at)
            GROUP BY 1
            """).query(Decided.class).list().forEach(one -> decided.put(one.stratum(), one));
        return decided;
    }
}
