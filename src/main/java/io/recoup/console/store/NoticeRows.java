package io.recoup.console.store;

import io.recoup.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters: the latest, those that wait for a person, and one with all that happened to it. */
@Repository
public class NoticeRows {

    /** How far back letters that wait are looked for. */
    private static final int WINDOW = 200_000;

    private static final String LINES = """
            SELECT n.id, n.debtor_id, d.name, n.level, n.state, coalesce(n.sent_on, n.planned_on) AS day, n.failure,
                   n.subject, n.to_address, n.body_html IS NOT NULL OR n.body_text IS NOT NULL AS has_letter,
                   t.total_minor, t.currency
            FROM (SELECT * FROM notice WHERE %s) n
            JOIN debtor d ON d.id = n.debtor_id
            LEFT JOIN LATERAL (
                SELECT sum(i.amount_minor)::bigint AS total_minor, min(i.currency) AS currency FROM notice_item i
                WHERE i.notice_id = n.id AND i.dropped IS NULL HAVING count(DISTINCT i.currency) = 1) t ON true
            ORDER BY n.id DESC
            """;

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param state due, sending, on_wire, sent, rejected, unknown or withdrawn
     * @param on business date on which it left, else for which it was planned
     * @param total of the items in it; null where they have several currencies or all were dropped
     * @param reason why it waits or did not leave; null when there is nothing to say
     */
    public record Notice(
            long id,
            long debtor,
            String debtorName,
            String level,
            String state,
            LocalDate on,
            Money total,
            String reason,
            String subject,
            String to,
            boolean hasLetter) {

        /** How the state is coloured. */
        public String tone() {
            return switch (state) {
                case "sent" -> "ok";
                case "unknown" -> "warn";
                case "rejected" -> "bad";
                default -> "plain";
            };
        }

        /** A letter of unknown fate, or one that was refused, may go out again. */
        public boolean resendable() {
            return state.equals("unknown") || state.equals("rejected");
        }
    }

    /** @param dropped why it is not in the letter after all; null = it is */
    public record Item(long id, String number, Money amount, String dropped) {}

    public record Event(Instant at, String what, int attempt, String by, String reason) {}

    /** @param html null when the letter was text only */
    public record Letter(String html, String text) {}

    public List<Notice> latest(int limit) {
        return jdbc.sql(LINES.formatted("true ORDER BY id DESC LIMIT :limit"))
                .param("limit", limit)
                .query(NoticeRows::notice)
                .list();
    }

    /** Unknown, rejected, or failing again and again. */
    public List<Notice> waiting(int limit) {
        return jdbc.sql(LINES.formatted("""
                                (state IN ('unknown', 'rejected') OR state IN ('due', 'sending') AND failure IS NOT NULL)
                                AND id > (SELECT coalesce(max(id), 0) - :window FROM notice)
                                ORDER BY id DESC LIMIT :limit
                                """))
                .param("window", WINDOW)
                .param("limit", limit)
                .query(NoticeRows::notice)
                .list();
    }

    public List<Notice> ofDebtor(long debtor) {
        return jdbc.sql(LINES.formatted("debtor_id = :debtor ORDER BY id DESC LIMIT 50"))
                .param("debtor", debtor)
                .query(NoticeRows::notice)
                .list();
    }

    public Optional<Notice> find(long id) {
        return jdbc.sql(LINES.formatted("id = :id"))
                .param("id", id)
                .query(NoticeRows::notice)
                .optional();
    }

    public List<Item> items(long notice) {
        return jdbc.sql("""
                        SELECT n.item_id, i.number, n.amount_minor, n.currency, n.dropped
                        FROM notice_item n JOIN item i ON i.id = n.item_id
                        WHERE n.notice_id = :notice ORDER BY n.item_id LIMIT 200
                        """)
                .param("notice", notice)
                .query((row, n) -> new Item(
                        row.getLong("item_id"),
                        row.getString("number"),
                        Columns.money(row, "amount_minor"),
                        row.getString("dropped")))
                .list();
    }

    public List<Event> events(long notice) {
        return jdbc.sql("""
                        SELECT at, what, attempt, by_whom, reason FROM notice_event
                        WHERE notice_id = :notice ORDER BY id LIMIT 200
                        """)
                .param("notice", notice)
                .query((row, n) -> new Event(
                        Columns.instant(row, "at"),
                        row.getString("what"),
                        row.getInt("attempt"),
                        row.getString("by_whom"),
                        row.getString("reason")))
                .list();
    }

    public Optional<Letter> letter(long notice) {
        return jdbc.sql("""
                        SELECT body_html, body_text FROM notice
                        WHERE id = :notice AND (body_html IS NOT NULL OR body_text IS NOT NULL)
                        """)
                .param("notice", notice)
                .query((row, n) -> new Letter(row.getString("body_html"), row.getString("body_text")))
                .optional();
    }

    private static Notice notice(ResultSet row, int n) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getLong("debtor_id"),
                row.getString("name"),
                row.getString("level"),
                row.getString("state"),
                Columns.day(row, "day"),
                Columns.money(row, "total_minor"),
                row.getString("failure"),
                row.getString("subject"),
                row.getString("to_address"),
                row.getBoolean("has_letter"));
    }
}
