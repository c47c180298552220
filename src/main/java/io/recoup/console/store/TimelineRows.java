package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to a debtor, newest first, whichever room did it. */
@Repository
public class TimelineRows {

    private final JdbcClient jdbc;

    TimelineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param what a posting's kind, {@code undone}, {@code hold}, {@code released}, {@code case}, a contact's kind,
     *     {@code by_hand} of a letter that somebody wrote, or what happened to a task: {@code task_created},
     *     {@code task_done}, …
     * @param subject the number of the document or case; null where the whole debtor is meant
     * @param amount what moved, or was promised
     * @param state a case's new state, a contact's outcome, a letter's state; null of everything else
     * @param by who or what caused it
     * @param code of a task that a rule set: what is to be done, with {@code args}; null of everything else
     */
    public record Event(
            Instant at,
            String what,
            String subject,
            Money amount,
            String state,
            String by,
            String reason,
            String code,
            List<String> args) {}

    public List<Event> latest(long debtor, int limit) {
        return jdbc.sql("""
                        (SELECT p.posted_at AS at, CASE WHEN p.reverses IS NULL THEN p.kind ELSE 'undone' END AS what,
                                i.number AS subject, p.amount_minor, p.currency, NULL AS state, p.cause AS by, p.reason,
                                NULL AS code, NULL::text[] AS args
                         FROM item i JOIN posting p ON p.item_id = i.id
                         WHERE i.debtor_id = :debtor ORDER BY p.id DESC LIMIT :limit)
                        UNION ALL
                        (SELECT h.placed_at, 'hold', i.number, NULL, NULL, NULL, h.placed_by,
                                concat_ws(': ', h.kind, h.reason), NULL, NULL
                         FROM hold h LEFT JOIN item i ON i.id = h.item_id
                         WHERE h.debtor_id = :debtor ORDER BY h.id DESC LIMIT :limit)
                        UNION ALL
                        (SELECT h.released_at, 'released', i.number, NULL, NULL, NULL, h.released_by, h.kind,
                                NULL, NULL
                         FROM hold h LEFT JOIN item i ON i.id = h.item_id
                         WHERE h.debtor_id = :debtor AND h.released_at IS NOT NULL ORDER BY h.id DESC LIMIT :limit)
                        UNION ALL
                        (SELECT e.at, 'case', c.case_number, NULL, NULL, e.to_state, e.source,
                                concat_ws(' · ', e.raw, e.note), NULL, NULL
                         FROM placement c JOIN case_event e ON e.placement_id = c.id
                         WHERE c.debtor_id = :debtor ORDER BY e.id DESC LIMIT :limit)
                        UNION ALL
                        (SELECT c.at, c.kind, NULL, c.promised_minor, c.currency, c.outcome, c.responsible, c.remark,
                                NULL, NULL
                         FROM contact_log c WHERE c.debtor_id = :debtor ORDER BY c.id DESC LIMIT :limit)
                        UNION ALL
                        (SELECT e.at, 'task_' || e.what, NULL, NULL, NULL, NULL, e.by_whom,
                                nullif(concat_ws(' · ', t.text, e.remark), ''), t.code, t.args
                         FROM task t JOIN task_event e ON e.task_id = t.id
                         WHERE t.debtor_id = :debtor AND e.what <> 'assigned' ORDER BY e.id DESC LIMIT :limit)
                        UNION ALL
                        (SELECT coalesce(n.on_wire_at, w.written_at), 'by_hand', NULL, NULL, NULL, n.state, w.written_by,
                                w.subject, NULL, NULL
                         FROM notice n JOIN written_letter w ON w.notice_id = n.id
                         WHERE n.debtor_id = :debtor AND n.procedure = 'letters' AND n.state <> 'draft'
                         ORDER BY n.id DESC LIMIT :limit)
                        ORDER BY at DESC LIMIT :limit
                        """)
                .param("debtor", debtor)
                .param("limit", limit)
                .query((row, n) -> new Event(
                        Columns.instant(row, "at"),
                        row.getString("what"),
                        row.getString("subject"),
                        Columns.money(row, "amount_minor"),
                        row.getString("state"),
                        row.getString("by"),
                        row.getString("reason"),
                        row.getString("code"),
                        row.getString("code") == null
                                ? List.of()
                                : List.of((String[]) row.getArray("args").getArray())))
                .list();
    }
}
