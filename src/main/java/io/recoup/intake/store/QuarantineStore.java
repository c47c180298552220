package io.recoup.intake.store;

import io.recoup.intake.Quarantine;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class QuarantineStore {

    private static final String ROW = """
            SELECT id, inbox_id AS inbox, door, source, file, line, locator, record, reason, remedy, state, attempts,
                   created_at, resolved_at, resolved_by, note
            FROM quarantine
            """;

    private final JdbcClient jdbc;

    public QuarantineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A record that could not be taken.
     *
     * @param record its text; null where only the whole delivery can be tried again
     */
    public record Case(long line, String locator, String record, String reason, String remedy) {}

    /** One row per record: met again it is tried once more, and open again if it had been taken meanwhile. */
    public void put(StoredDelivery delivery, int run, Case held) {
        jdbc.sql("""
                INSERT INTO quarantine (inbox_id, door, source, file, line, locator, record, reason, remedy, run)
                VALUES (:inbox, :door, :source, :file, :line, :locator, :record, :reason, :remedy, :run)
                ON CONFLICT (inbox_id, line, locator) DO UPDATE
                SET reason = excluded.reason, remedy = excluded.remedy, record = excluded.record, run = excluded.run,
                    attempts = quarantine.attempts + 1,
                    state = CASE quarantine.state WHEN 'dismissed' THEN 'dismissed' ELSE 'open' END,
                    resolved_at = CASE quarantine.state WHEN 'dismissed' THEN quarantine.resolved_at END,
                    resolved_by = CASE quarantine.state WHEN 'dismissed' THEN quarantine.resolved_by END
                """)
                .param("inbox", delivery.id())
                .param("door", delivery.door())
                .param("source", delivery.source())
                .param("file", Storable.text(delivery.file()))
                .param("line", held.line())
                .param("locator", Storable.text(held.locator()))
                .param("record", Storable.text(held.record()))
                .param("reason", Storable.text(held.reason()))
                .param("remedy", Storable.text(held.remedy()))
                .param("run", run)
                .update();
    }

    /** What earlier runs held back and this one took is in. */
    public void resolveNotMetIn(long inbox, int run, String by) {
        jdbc.sql("""
                UPDATE quarantine SET state = 'replayed', resolved_at = now(), resolved_by = :by
                WHERE inbox_id = :inbox AND run < :run AND state <> 'replayed'
                """).param("by", by).param("inbox", inbox).param("run", run).update();
    }

    public Optional<Quarantine.Row> row(long id) {
        return jdbc.sql(ROW + "WHERE id = :id")
                .param("id", id)
                .query(Quarantine.Row.class)
                .optional();
    }

    public List<Quarantine.Row> open(long afterId, int limit) {
        return jdbc.sql(ROW + "WHERE state = 'open' AND id > :after ORDER BY id LIMIT :limit")
                .param("after", afterId)
                .param("limit", limit)
                .query(Quarantine.Row.class)
                .list();
    }

    public long countOpen() {
        return jdbc.sql("SELECT count(*) FROM quarantine WHERE state = 'open'")
                .query(Long.class)
                .single();
    }

    public boolean isHolding(long inbox) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM quarantine WHERE inbox_id = :inbox AND state = 'open')")
                .param("inbox", inbox)
                .query(Boolean.class)
                .single();
    }

    /** @return false if it is not open any more */
    public boolean resolve(long id, String state, String by, String note) {
        return jdbc.sql("""
                UPDATE quarantine SET state = :state, resolved_at = now(), resolved_by = :by, note = :note,
                       attempts = attempts + CASE :state WHEN 'replayed' THEN 1 ELSE 0 END
                WHERE id = :id AND state = 'open'
                """)
                        .param("state", state)
                        .param("by", by)
                        .param("note", note)
                        .param("id", id)
                        .update()
                == 1;
    }

    public void stillWrong(long id, String reason, String remedy) {
        jdbc.sql("""
                UPDATE quarantine SET reason = :reason, remedy = :remedy, attempts = attempts + 1
                WHERE id = :id AND state = 'open'
                """)
                .param("reason", Storable.text(reason))
                .param("remedy", Storable.text(remedy))
                .param("id", id)
                .update();
    }
}
