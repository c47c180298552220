package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Debtors with overdue debt that nobody has called of late. */
@Repository
public class CallRows {

    /** What a hold covers today is not asked for; unused credit notes are taken off the rest. */
    private static final String OWING = """
            WITH held AS (
                SELECT debtor_id, item_id FROM hold
                WHERE released_at IS NULL AND (until_on IS NULL OR until_on >= :today)),
            owing AS (
                SELECT o.debtor_id, o.currency,
                       sum(CASE WHEN o.kind = 'credit_note' THEN -o.open_minor ELSE o.open_minor END)::bigint
                           AS overdue_minor,
                       count(*) FILTER (WHERE o.kind <> 'credit_note') AS items,
                       min(o.due_on) FILTER (WHERE o.kind <> 'credit_note') AS oldest_due
                FROM open_item o
                WHERE (o.kind = 'credit_note' OR o.due_on <= :dueUntil)
                  AND NOT EXISTS (SELECT FROM held h WHERE h.debtor_id = o.debtor_id
                                  AND (h.item_id IS NULL OR h.item_id = o.item_id))
                  AND NOT EXISTS (SELECT FROM contact_log c WHERE c.debtor_id = o.debtor_id
                                  AND c.kind = 'call' AND c.business_date > :calledUntil)
                GROUP BY o.debtor_id, o.currency
                HAVING sum(CASE WHEN o.kind = 'credit_note' THEN -o.open_minor ELSE o.open_minor END) > 0)
            """;

    private final JdbcClient jdbc;

    CallRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param calledUntil a debtor called on this day or before is to be called again
     * @param dueUntil debts due on this day or before count
     */
    public record Wanted(LocalDate today, LocalDate calledUntil, LocalDate dueUntil) {}

    public record Currency(String code, int debtors) {}

    /**
     * @param overdue its overdue debt in one currency, credit notes taken off
     * @param phone null where none is known
     * @param lastOn business date of the latest contact of any kind; null where there was none
     * @param taskOn when the next open task of the debtor is due; null where there is none
     * @param moneyWaits whether a receipt of the debtor is still to be allocated
     */
    public record Call(
            long debtor,
            String name,
            String phone,
            Money overdue,
            int items,
            LocalDate oldestDue,
            LocalDate lastOn,
            String lastKind,
            String lastOutcome,
            String lastBy,
            LocalDate taskOn,
            boolean moneyWaits) {}

    /** In which currencies there is somebody to call, that of most debtors first. */
    public List<Currency> currencies(Wanted wanted) {
        return jdbc.sql(OWING + """
                        SELECT currency, count(*) AS debtors FROM owing GROUP BY currency ORDER BY debtors DESC, currency
                        """)
                .param("today", wanted.today())
                .param("calledUntil", wanted.calledUntil())
                .param("dueUntil", wanted.dueUntil())
                .query((row, n) -> new Currency(row.getString("currency"), row.getInt("debtors")))
                .list();
    }

    /** Those who owe most in that currency first. */
    public List<Call> toCall(Wanted wanted, String currency, int limit) {
        return jdbc.sql(OWING + """
                        SELECT o.*, d.name, c.business_date AS last_on, c.kind AS last_kind, c.outcome AS last_outcome,
                               c.responsible AS last_by,
                               (SELECT phone FROM contact p WHERE p.debtor_id = o.debtor_id AND p.phone <> ''
                                ORDER BY p.kind <> 'collections', p.id LIMIT 1) AS phone,
                               (SELECT min(t.due_on) FROM task t WHERE t.debtor_id = o.debtor_id AND t.state = 'open')
                                   AS task_on,
                               EXISTS (SELECT FROM unapplied u WHERE u.debtor_id = o.debtor_id) AS money_waits
                        FROM (SELECT * FROM owing WHERE currency = :currency
                              ORDER BY overdue_minor DESC, debtor_id LIMIT :limit) o
                        JOIN debtor d ON d.id = o.debtor_id
                        LEFT JOIN LATERAL (SELECT * FROM contact_log WHERE debtor_id = o.debtor_id
                                           ORDER BY id DESC LIMIT 1) c ON true
                        ORDER BY o.overdue_minor DESC, o.debtor_id
                        """)
                .param("today", wanted.today())
                .param("calledUntil", wanted.calledUntil())
                .param("dueUntil", wanted.dueUntil())
                .param("currency", currency)
                .param("limit", limit)
                .query((row, n) -> new Call(
                        row.getLong("debtor_id"),
                        row.getString("name"),
                        row.getString("phone"),
                        Columns.money(row, "overdue_minor"),
                        row.getInt("items"),
                        Columns.day(row, "oldest_due"),
                        Columns.day(row, "last_on"),
                        row.getString("last_kind"),
                        row.getString("last_outcome"),
                        row.getString("last_by"),
                        Columns.day(row, "task_on"),
                        row.getBoolean("money_waits")))
                .list();
    }
}
