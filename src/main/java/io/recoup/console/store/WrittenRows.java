package io.recoup.console.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people wrote to debtors. */
@Repository
public class WrittenRows {

    private final JdbcClient jdbc;

    WrittenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param hash SHA-256 of subject, an empty line and text, hex */
    public record Words(String subject, String text, String writtenBy, String hash) {}

    /** Empty of a letter that nobody wrote by hand. */
    public Optional<Words> words(long notice) {
        return jdbc.sql("""
                SELECT subject, body AS text, written_by, hash FROM written_letter WHERE notice_id = :notice
                """).param("notice", notice).query(Words.class).optional();
    }
}
