package io.recoup.console.store;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Records that could not be taken and wait for a decision. */
@Repository
public class QuarantineRows {

    private static final int COUNTED = 1_000;

    private final JdbcClient jdbc;

    QuarantineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param line from 1; 0 = the delivery as a whole
     * @param text the record as it came, shortened; null where only the stored delivery has it
     */
    public record Rejected(
            long id,
            String door,
            String source,
            String file,
            long line,
            String locator,
            String text,
            String reason,
            String remedy,
            int attempts,
            Instant at) {}

    public List<Rejected> open(int limit) {
        return jdbc.sql("""
                        SELECT id, door, source, file, line, locator, left(record, 4000) AS text, reason, remedy, attempts,
                               created_at
                        FROM quarantine WHERE state = 'open' ORDER BY id DESC LIMIT :limit
                        """)
                .param("limit", limit)
                .query((row, n) -> new Rejected(
                        row.getLong("id"),
                        row.getString("door"),
                        row.getString("source"),
                        row.getString("file"),
                        row.getLong("line"),
                        row.getString("locator"),
                        row.getString("text"),
                        row.getString("reason"),
                        row.getString("remedy"),
                        row.getInt("attempts"),
                        Columns.instant(row, "created_at")))
                .list();
    }

    /** @return exact up to a thousand, then a thousand */
    public int openCount() {
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT FROM quarantine WHERE state = 'open' LIMIT :counted) waiting
                        """).param("counted", COUNTED).query(Integer.class).single();
    }
}
