package io.recoup.console.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest deliveries at the in doors. */
@Repository
public class ArrivalRows {

    private final JdbcClient jdbc;

    ArrivalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param state stored, applied or rejected
     * @param applied records that changed something
     * @param unchanged records that were known already
     * @param quarantined records that wait in quarantine or were dismissed there
     * @param problem why the whole could not be read, or what is odd about it; null when all is well
     */
    public record Delivery(
            long id,
            String door,
            String source,
            String name,
            Instant at,
            String state,
            long records,
            long applied,
            long unchanged,
            long quarantined,
            String problem) {}

    /** Newest first; answers of agencies that said nothing new are left out, for there is one at every poll. */
    public List<Delivery> latest(int limit) {
        return jdbc.sql("""
                        SELECT id, door, source, name, received_at, state, records, applied, unchanged, quarantined,
                               problem
                        FROM inbox
                        WHERE door <> 'case-reports' OR applied + quarantined > 0 OR problem IS NOT NULL
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("limit", limit)
                .query((row, n) -> new Delivery(
                        row.getLong("id"),
                        row.getString("door"),
                        row.getString("source"),
                        row.getString("name"),
                        Columns.instant(row, "received_at"),
                        row.getString("state"),
                        row.getLong("records"),
                        row.getLong("applied"),
                        row.getLong("unchanged"),
                        row.getLong("quarantined"),
                        row.getString("problem")))
                .list();
    }
}
