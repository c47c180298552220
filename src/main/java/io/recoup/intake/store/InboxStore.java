package io.recoup.intake.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recoup.intake.InDoor;
import io.recoup.intake.Inbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class InboxStore {

    private static final int CHUNK = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DELIVERY = """
            SELECT id, door, source, name, bytes, state, repeats, run, records,
                   options::text AS options
            FROM inbox
            """;

    private final JdbcClient jdbc;

    public InboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a delivery. Bytes that are known already are not kept again: the delivery that brought them counts the
     * repetition. Needs a transaction.
     *
     * @param latestOnly whether only the latest delivery of that name counts as known: right where a delivery states
     *     how something stands now, because that may be what it was before
     */
    public StoredDelivery keep(
            String door, InDoor.Delivery delivery, Spool spool, Map<String, String> options, boolean latestOnly) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:door || '/' || :source, 0))")
                .param("door", door)
                .param("source", delivery.source())
                .query((row, n) -> true)
                .single();
        Optional<Long> known = known(door, delivery, spool, latestOnly);
        if (known.isPresent()) {
            jdbc.sql("UPDATE inbox SET repeats = repeats + 1, repeated_at = now() WHERE id = :id")
                    .param("id", known.get())
                    .update();
            return get(known.get()).orElseThrow();
        }
        long id = jdbc.sql("""
                INSERT INTO inbox (door, source, name, sha256, bytes, options)
                VALUES (:door, :source, :name, :sha256, :bytes, :options::jsonb)
                RETURNING id
                """)
                .param("door", door)
                .param("source", delivery.source())
                .param("name", Storable.text(delivery.name()))
                .param("sha256", spool.hash())
                .param("bytes", spool.bytes())
                .param("options", json(options))
                .query(Long.class)
                .single();
        keepBytes(id, spool);
        return get(id).orElseThrow();
    }

    private Optional<Long> known(String door, InDoor.Delivery delivery, Spool spool, boolean latestOnly) {
        String candidates = latestOnly
                ? "SELECT id, sha256 FROM inbox WHERE door = :door AND source = :source"
                        + " AND name IS NOT DISTINCT FROM :name ORDER BY id DESC LIMIT 1"
                : "SELECT id, sha256 FROM inbox WHERE door = :door AND source = :source AND sha256 = :sha256";
        return jdbc.sql("SELECT max(id) FROM (" + candidates + ") AS c WHERE sha256 = :sha256")
                .param("door", door)
                .param("source", delivery.source())
                .param("name", Storable.text(delivery.name()))
                .param("sha256", spool.hash())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /** The options of the latest delivery of these bytes hold for what was never read to its end. */
    public void useOptions(long inbox, Map<String, String> options) {
        jdbc.sql("UPDATE inbox SET options = :options::jsonb WHERE id = :id")
                .param("options", json(options))
                .param("id", inbox)
                .update();
    }

    public Optional<StoredDelivery> get(long inbox) {
        return jdbc.sql(DELIVERY + "WHERE id = :id")
                .param("id", inbox)
                .query(InboxStore::delivery)
                .optional();
    }

    /** Deliveries that were never read to their end, oldest first. */
    public List<StoredDelivery> unread(long afterId, int limit) {
        return jdbc.sql(DELIVERY + "WHERE state = 'stored' AND id > :after ORDER BY id LIMIT :limit")
                .param("after", afterId)
                .param("limit", limit)
                .query(InboxStore::delivery)
                .list();
    }

    /** Begins a run: until it is finished the delivery counts as unread. */
    public int begin(long inbox) {
        return jdbc.sql("UPDATE inbox SET run = run + 1, state = 'stored' WHERE id = :id RETURNING run")
                .param("id", inbox)
                .query(Integer.class)
                .single();
    }

    /** Ends a run; quarantined records are those that quarantine holds. */
    public void finish(long inbox, String state, long applied, long unchanged, String problem) {
        jdbc.sql("""
                UPDATE inbox SET state = :state, applied = :applied, unchanged = :unchanged, quarantined = held.rows,
                       records = :applied + :unchanged + held.rows, problem = :problem, finished_at = now()
                FROM (SELECT count(*) AS rows FROM quarantine
                      WHERE inbox_id = :id AND state <> 'replayed') AS held
                WHERE id = :id
                """)
                .param("state", state)
                .param("applied", applied)
                .param("unchanged", unchanged)
                .param("problem", Storable.text(problem))
                .param("id", inbox)
                .update();
    }

    /** One record left quarantine because it could be taken after all. */
    public void recordTaken(long inbox, boolean changed) {
        jdbc.sql("""
                UPDATE inbox SET quarantined = quarantined - 1,
                       applied = applied + :applied, unchanged = unchanged + :unchanged
                WHERE id = :id
                """)
                .param("applied", changed ? 1 : 0)
                .param("unchanged", changed ? 0 : 1)
                .param("id", inbox)
                .update();
    }

    /** The bytes as they came, fetched a megabyte at a time. */
    public InputStream open(long inbox) {
        return new ChunkStream(no -> jdbc.sql("SELECT content FROM inbox_chunk WHERE inbox_id = :id AND no = :no")
                .param("id", inbox)
                .param("no", no)
                .query(byte[].class)
                .optional()
                .orElse(null));
    }

    public List<Inbox.Entry> latest(int limit) {
        return jdbc.sql("""
                SELECT id, door, source, name, state, bytes, received_at, repeats, records, applied, unchanged,
                       quarantined, problem
                FROM inbox ORDER BY id DESC LIMIT :limit
                """).param("limit", limit).query(Inbox.Entry.class).list();
    }

    private void keepBytes(long inbox, Spool spool) {
        try (InputStream in = spool.open()) {
            byte[] chunk = in.readNBytes(CHUNK);
            for (int no = 0; chunk.length > 0; no++) {
                jdbc.sql("INSERT INTO inbox_chunk (inbox_id, no, content) VALUES (:id, :no, :content)")
                        .param("id", inbox)
                        .param("no", no)
                        .param("content", chunk)
                        .update();
                chunk = in.readNBytes(CHUNK);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static StoredDelivery delivery(ResultSet row, int number) throws SQLException {
        return new StoredDelivery(
                row.getLong("id"),
                row.getString("door"),
                row.getString("source"),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("state"),
                row.getInt("repeats"),
                row.getInt("run"),
                row.getLong("records"),
                options(row.getString("options")));
    }

    private static String json(Map<String, String> options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("cannot write the options of a delivery", unwritable);
        }
    }

    private static Map<String, String> options(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("cannot read the options of a delivery", unreadable);
        }
    }
}
