package io.recoup.dunning.store;

import io.recoup.dunning.LetterFilter;
import io.recoup.dunning.Runs.Choices;
import io.recoup.dunning.Runs.Draft;
import io.recoup.dunning.Runs.Letters;
import io.recoup.dunning.Runs.Run;
import io.recoup.dunning.plan.Reason;
import io.recoup.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs and their letters as people see them: all procedures of a date are one run. */
@Repository
public class RunRows {

    private final JdbcClient jdbc;

    RunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param on null = any */
    public List<Run> runs(LocalDate on, int limit) {
        return jdbc.sql("""
                SELECT r.*, n.*
                FROM (SELECT business_date, max(policy_hash) AS policy_hash, min(started_at) AS started_at,
                             CASE WHEN bool_and(finished_at IS NOT NULL) THEN max(finished_at) END AS finished_at,
                             sum(debtors) AS debtors, sum(items) AS items, sum(referrals) AS referrals,
                             sum(tasks) AS tasks, max(usual) AS usual, max(waits) AS waits,
                             max(approved_by) AS approved_by
                      FROM dunning_run WHERE :on::date IS NULL OR business_date = :on
                      GROUP BY business_date ORDER BY business_date DESC LIMIT :limit) r
                CROSS JOIN LATERAL (
                    SELECT count(*) AS letters, count(*) FILTER (WHERE state = 'draft') AS drafts,
                           count(*) FILTER (WHERE state IN ('due', 'sending', 'on_wire')) AS due,
                           count(*) FILTER (WHERE state = 'sent') AS sent,
                           count(*) FILTER (WHERE state = 'rejected') AS rejected,
                           count(*) FILTER (WHERE state = 'unknown') AS unknown,
                           count(*) FILTER (WHERE state = 'withdrawn') AS withdrawn
                    FROM notice WHERE planned_on = r.business_date AND procedure <> 'letters') n
                ORDER BY r.business_date DESC
                """)
                .param("on", on)
                .param("limit", limit)
                .query(RunRows::run)
                .list();
    }

    public Letters letters(LocalDate on, LetterFilter filter, int limit) {
        AtomicInteger found = new AtomicInteger();
        List<Draft> shown = jdbc.sql("""
                SELECT n.id, n.debtor_id, d.name, n.procedure, n.level, n.state, n.reason, i.numbers, i.totals,
                       count(*) OVER () AS found
                FROM notice n JOIN debtor d ON d.id = n.debtor_id
                CROSS JOIN LATERAL (
                    SELECT array(SELECT t.number FROM notice_item x JOIN item t ON t.id = x.item_id
                                 WHERE x.notice_id = n.id ORDER BY t.due_on, t.id) AS numbers,
                           array(SELECT sum(x.amount_minor) || ' ' || x.currency FROM notice_item x
                                 WHERE x.notice_id = n.id GROUP BY x.currency ORDER BY x.currency) AS totals,
                           (SELECT max(x.amount_minor) FROM notice_item x WHERE x.notice_id = n.id) AS largest) i
                WHERE n.planned_on = :on AND n.procedure <> 'letters'
                  AND (:level::text IS NULL OR n.level = :level)
                  AND (:state::text IS NULL OR n.state = :state)
                  AND (:part::text IS NULL OR d.name ILIKE :part
                       OR EXISTS (SELECT FROM notice_item x JOIN item t ON t.id = x.item_id
                                  WHERE x.notice_id = n.id AND t.number ILIKE :part))
                  AND (:least::bigint IS NULL
                       OR :least::bigint <= (SELECT sum(x.amount_minor) FROM notice_item x
                                             WHERE x.notice_id = n.id AND x.currency = :currency))
                ORDER BY n.state <> 'draft', i.largest DESC NULLS LAST, n.id LIMIT :limit
                """)
                .param("on", on)
                .param("level", filter.level())
                .param("state", filter.state())
                .param("part", part(filter.text()))
                .param("least", filter.least() == null ? null : filter.least().minor())
                .param(
                        "currency",
                        filter.least() == null ? null : filter.least().currencyCode())
                .param("limit", limit)
                .query((row, n) -> {
                    found.set(row.getInt("found"));
                    return draft(row, n);
                })
                .list();
        return new Letters(shown, found.get());
    }

    private static String part(String text) {
        return text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    public Choices choices(LocalDate on) {
        return new Choices(choice("""
                        SELECT level FROM notice WHERE planned_on = :on AND procedure <> 'letters'
                        GROUP BY level ORDER BY min(level_days), level
                        """, on), choice("""
                        SELECT state FROM notice WHERE planned_on = :on AND procedure <> 'letters' GROUP BY state
                        ORDER BY array_position(ARRAY['draft', 'due', 'sending', 'on_wire', 'sent', 'unknown',
                                                      'rejected', 'withdrawn'], state)
                        """, on), choice("""
                        SELECT DISTINCT x.currency FROM notice n JOIN notice_item x ON x.notice_id = n.id
                        WHERE n.planned_on = :on ORDER BY x.currency
                        """, on));
    }

    private List<String> choice(String sql, LocalDate on) {
        return jdbc.sql(sql).param("on", on).query(String.class).list();
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        boolean finished = row.getTimestamp("finished_at") != null;
        int drafts = row.getInt("drafts");
        String state = !finished ? "planning" : drafts > 0 ? "draft" : row.getInt("due") > 0 ? "sending" : "done";
        String waits = row.getString("waits");
        return new Run(
                row.getObject("business_date", LocalDate.class),
                state,
                row.getString("policy_hash"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getInt("debtors"),
                row.getInt("items"),
                row.getInt("letters"),
                drafts,
                row.getInt("due"),
                row.getInt("sent"),
                row.getInt("rejected"),
                row.getInt("unknown"),
                row.getInt("withdrawn"),
                row.getInt("referrals"),
                row.getInt("tasks"),
                row.getInt("usual"),
                waits == null || drafts == 0 ? null : Reason.read(waits),
                row.getString("approved_by"));
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        StringBuilder total = new StringBuilder();
        for (String sum : (String[]) row.getArray("totals").getArray()) {
            String[] parts = sum.split(" ");
            total.append(total.isEmpty() ? "" : " + ").append(Money.of(Long.parseLong(parts[0]), parts[1]));
        }
        String reason = row.getString("reason");
        return new Draft(
                row.getLong("id"),
                row.getLong("debtor_id"),
                row.getString("name"),
                row.getString("procedure"),
                row.getString("level"),
                row.getString("state"),
                List.of((String[]) row.getArray("numbers").getArray()),
                total.toString(),
                reason == null ? null : Reason.read(reason));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
