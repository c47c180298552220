package io.recoup.receivables.store;

import static java.util.stream.Collectors.toMap;

import io.recoup.receivables.SourceDeliveries;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSourceDeliveries implements SourceDeliveries {

    private final JdbcClient jdbc;

    JdbcSourceDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void delivered(Kind kind, String source, LocalDate on) {
        jdbc.sql("""
                INSERT INTO source_delivery (kind, source, delivered_on) VALUES (:kind, :source, :on)
                ON CONFLICT (kind, source) DO UPDATE SET delivered_on = excluded.delivered_on
                WHERE source_delivery.delivered_on < excluded.delivered_on
                """)
                .param("kind", kind.word())
                .param("source", source)
                .param("on", on)
                .update();
    }

    @Override
    public Map<String, LocalDate> newest(Kind kind) {
        return jdbc
                .sql("SELECT source, delivered_on FROM source_delivery WHERE kind = :kind")
                .param("kind", kind.word())
                .query((row, n) -> Map.entry(row.getString("source"), row.getObject("delivered_on", LocalDate.class)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
