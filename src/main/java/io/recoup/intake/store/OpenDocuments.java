package io.recoup.intake.store;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks into the ledger's tables, and only looks: what a snapshot would do, before it does it. */
@Repository
public class OpenDocuments {

    private final JdbcClient jdbc;

    public OpenDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param absent of the open ones, how many the list does not name */
    public record Effect(int open, int absent) {}

    public Effect of(String source, Collection<String> sourceIds) {
        return jdbc.sql("""
                SELECT count(*) AS open, count(*) FILTER (WHERE listed.id IS NULL) AS absent
                FROM (SELECT DISTINCT i.source_id FROM open_item o JOIN item i ON i.id = o.item_id
                      WHERE i.source = :source) AS held
                LEFT JOIN (SELECT DISTINCT unnest(:ids::text[]) AS id) AS listed ON listed.id = held.source_id
                """)
                .param("source", source)
                .param("ids", sourceIds.toArray(String[]::new))
                .query(Effect.class)
                .single();
    }
}
