package io.recoup.console.store;

import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The creditor whose books these are. */
@Repository
public class CreditorRows {

    private final JdbcClient jdbc;

    CreditorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Creditor(String name, ZoneId zone) {}

    public Creditor creditor() {
        return jdbc.sql("SELECT name, zone FROM creditor ORDER BY id LIMIT 1")
                .query((row, n) -> new Creditor(row.getString("name"), ZoneId.of(row.getString("zone"))))
                .single();
    }
}
