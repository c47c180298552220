package io.recoup.demo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every mail the demo's mail server accepted. A mail that arrives twice stands here twice. */
@Repository
@Profile("demo")
public class Mailbox {

    /**
     * One arrival.
     *
     * @param messageId the mail's own Message-ID; null when it has none
     * @param recipient the envelope's recipient
     * @param language the mail's Content-Language; null when it states none
     * @param arrivedOn the demo's date
     */
    public record Arrival(
            long id,
            String messageId,
            String recipient,
            String subject,
            String language,
            LocalDate arrivedOn,
            OffsetDateTime arrivedAt) {}

    private final JdbcClient jdbc;

    public Mailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Committed when this returns: only then may the server say that it took the mail. */
    public void keep(
            String messageId, String recipient, String subject, String language, LocalDate arrivedOn, byte[] raw) {
        jdbc.sql("""
                        INSERT INTO demo_mail (message_id, recipient, subject, language, arrived_on, raw)
                        VALUES (:messageId, :recipient, :subject, :language, :arrivedOn, :raw)
                        """)
                .param("messageId", messageId)
                .param("recipient", recipient)
                .param("subject", subject)
                .param("language", language)
                .param("arrivedOn", arrivedOn)
                .param("raw", raw)
                .update();
    }

    /** By recipient, then oldest first. */
    public List<Arrival> arrivals() {
        return jdbc.sql("""
                        SELECT id, message_id, recipient, subject, language, arrived_on, arrived_at
                        FROM demo_mail ORDER BY recipient, id
                        """).query(Mailbox::read).list();
    }

    public Optional<Arrival> arrival(long id) {
        return jdbc.sql("""
                        SELECT id, message_id, recipient, subject, language, arrived_on, arrived_at
                        FROM demo_mail WHERE id = :id
                        """).param("id", id).query(Mailbox::read).optional();
    }

    public Optional<byte[]> raw(long id) {
        return jdbc.sql("SELECT raw FROM demo_mail WHERE id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    public long count() {
        return jdbc.sql("SELECT count(*) FROM demo_mail").query(Long.class).single();
    }

    private static Arrival read(ResultSet row, int number) throws SQLException {
        return new Arrival(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("language"),
                row.getObject("arrived_on", LocalDate.class),
                row.getObject("arrived_at", OffsetDateTime.class));
    }
}
