package io.recoup.dunning.store;

import io.recoup.dunning.Notices;
import io.recoup.dunning.RunRefused;
import io.recoup.dunning.RunRefused.Why;
import io.recoup.dunning.plan.Reason;
import io.recoup.refusal.Refused.Word;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcNotices implements Notices {

    private static final String VIEW = """
            SELECT n.id, n.debtor_id, d.name, n.procedure, n.level, n.planned_on, n.state, n.attempt, n.sent_on, n.next_at,
                   n.to_address, n.subject, n.failure,
                   ARRAY(SELECT i.number FROM notice_item ni JOIN item i ON i.id = ni.item_id
                         WHERE ni.notice_id = n.id AND (ni.dropped IS NULL OR n.state IN ('withdrawn', 'rejected'))
                         ORDER BY i.due_on, i.id) AS numbers
            FROM notice n JOIN debtor d ON d.id = n.debtor_id
            """;

    private final JdbcClient jdbc;
    private final NoticeStore notices;

    JdbcNotices(JdbcClient jdbc, NoticeStore notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    @Override
    public List<NoticeView> latest(int limit) {
        return views("ORDER BY n.id DESC LIMIT :limit", Map.of("limit", limit));
    }

    @Override
    public List<NoticeView> waiting(int limit) {
        return views(
                "WHERE n.state IN ('unknown', 'rejected') OR (n.state = 'due' AND n.failure IS NOT NULL"
                        + " AND (n.procedure <> 'letters' OR n.next_at <= now()))"
                        + " ORDER BY n.id DESC LIMIT :limit",
                Map.of("limit", limit));
    }

    @Override
    public Optional<NoticeLetter> letter(long notice) {
        return jdbc.sql("""
                SELECT id, to_address, language, subject, body_text AS text, body_html AS html, policy_hash, template_hash
                FROM notice WHERE id = :id AND body_html IS NOT NULL
                """).param("id", notice).query(NoticeLetter.class).optional();
    }

    @Override
    @Transactional
    public void resend(long notice, String by, String reason) {
        String from = jdbc.sql("SELECT state FROM notice WHERE id = :id FOR UPDATE")
                .param("id", notice)
                .query(String.class)
                .optional()
                .orElse("missing");
        if (!from.equals("unknown") && !from.equals("rejected")) {
            throw new RunRefused(Why.NOT_SENT_AGAIN, Word.of("notice.", from));
        }
        try {
            jdbc.sql("""
                    UPDATE notice SET state = 'due', resend = true, next_at = now(), created_at = now(), failure = NULL,
                                      on_wire_at = NULL, sent_on = NULL
                    WHERE id = :id
                    """).param("id", notice).update();
        } catch (DuplicateKeyException underWay) {
            throw new RunRefused(Why.UNDER_WAY);
        }
        jdbc.sql("UPDATE notice_item SET dropped = NULL WHERE notice_id = :id AND dropped LIKE 'rejected:%'")
                .param("id", notice)
                .update();
        if (isToldOtherwise(notice)) {
            throw new RunRefused(Why.TOLD_LATER);
        }
        event(notice, "resend", by, reason);
    }

    /** Whether another letter tells of the same step of one of its items. */
    private boolean isToldOtherwise(long notice) {
        return jdbc.sql("""
                SELECT EXISTS (
                    SELECT FROM (SELECT id FROM notice
                                 WHERE debtor_id = :debtor AND state IN ('sent', 'unknown', 'rejected', 'withdrawn')
                                    OR debtor_id = :debtor AND state IN ('draft', 'due', 'sending', 'on_wire')
                                       AND procedure <> 'letters') o
                    JOIN notice_item other ON other.notice_id = o.id AND other.dropped IS NULL
                    JOIN notice_item mine ON mine.notice_id = :id AND mine.dropped IS NULL
                    WHERE o.id <> :id AND (mine.item_id, mine.procedure, mine.level, mine.occurrence)
                                        = (other.item_id, other.procedure, other.level, other.occurrence))
                """)
                .param("id", notice)
                .param("debtor", notices.debtorOf(notice).value())
                .query(Boolean.class)
                .single();
    }

    @Override
    @Transactional
    public void markDelivered(long notice, String by, String reason) {
        int changed = jdbc.sql("""
                UPDATE notice SET state = 'sent', sent_at = on_wire_at, failure = NULL
                WHERE id = :id AND state = 'unknown'
                """).param("id", notice).update();
        if (changed == 0) {
            throw new RunRefused(Why.NOT_UNKNOWN);
        }
        event(notice, "marked delivered", by, reason);
    }

    private void event(long notice, String what, String by, String reason) {
        jdbc.sql("""
                INSERT INTO notice_event (notice_id, what, attempt, by_whom, reason)
                SELECT id, :what, attempt, :by, :reason FROM notice WHERE id = :id
                """)
                .param("id", notice)
                .param("what", what)
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    /** A reason in a form for every language, or words as somebody said them. */
    private static String told(String failure) {
        return failure == null ? null : Reason.read(failure).toString();
    }

    private List<NoticeView> views(String rest, Map<String, ?> params) {
        return jdbc.sql(VIEW + rest).params(params).query(JdbcNotices::view).list();
    }

    private static NoticeView view(ResultSet row, int number) throws SQLException {
        Array numbers = row.getArray("numbers");
        Timestamp nextAt = row.getTimestamp("next_at");
        return new NoticeView(
                row.getLong("id"),
                row.getLong("debtor_id"),
                row.getString("name"),
                row.getString("procedure"),
                row.getString("level"),
                row.getObject("planned_on", LocalDate.class),
                row.getString("state"),
                row.getInt("attempt"),
                row.getObject("sent_on", LocalDate.class),
                nextAt == null ? Instant.EPOCH : nextAt.toInstant(),
                row.getString("to_address"),
                row.getString("subject"),
                List.of((String[]) numbers.getArray()),
                told(row.getString("failure")));
    }
}
