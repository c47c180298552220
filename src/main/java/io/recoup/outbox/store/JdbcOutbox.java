package io.recoup.outbox.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

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
        Class<?> type = null;
        ObjectWriter writer = null;
        for (Fact fact : facts) {
            if (fact.getClass() != type) {
                type = fact.getClass();
                writer = JSON.writerFor(type);
            }
            copy.row(3).text(type.getSimpleName()).text(fact.subject()).json(json(fact, writer));
        }
        rows.execute(copy.into("fact (type, subject, payload)"));
    }

    @Override
    public List<RecordedFact> take(String subscriber, Collection<String> types, int limit) {
        jdbc.sql("INSERT INTO fact_subscription (subscriber) VALUES (:subscriber) ON CONFLICT DO NOTHING")
                .param("subscriber", subscriber)
                .update();
        jdbc.sql("SELECT subscriber FROM fact_subscription WHERE subscriber = :subscriber FOR UPDATE")
                .param("subscriber", subscriber)
                .query(String.class)
                .single();
        List<RecordedFact> facts = jdbc.sql("""
                SELECT f.id, f.type, f.subject, f.payload::text AS json, f.recorded_at
                FROM fact f, fact_subscription s
                WHERE s.subscriber = :subscriber
                  AND (f.xact, f.id) > (s.last_xact, s.last_id)
                  AND f.xact < pg_snapshot_xmin(pg_current_snapshot())
                  AND (cardinality(:types::text[]) = 0 OR f.type = ANY (:types::text[]))
                ORDER BY f.xact, f.id
                LIMIT :limit
                """)
                .param("subscriber", subscriber)
                .param("types", types.toArray(String[]::new))
                .param("limit", limit)
                .query(RecordedFact.class)
                .list();
        if (!facts.isEmpty()) {
            jdbc.sql("""
                    UPDATE fact_subscription s SET last_xact = f.xact, last_id = f.id
                    FROM fact f WHERE f.id = :last AND s.subscriber = :subscriber
                    """)
                    .param("last", facts.get(facts.size() - 1).id())
                    .param("subscriber", subscriber)
                    .update();
        }
        return facts;
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

    private static byte[] json(Fact fact, ObjectWriter writer) {
        try {
            return writer.writeValueAsBytes(fact);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("cannot write fact " + fact.getClass(), unwritable);
        }
    }
}
