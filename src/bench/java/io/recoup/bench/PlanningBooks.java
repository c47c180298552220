package io.recoup.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import javax.sql.DataSource;

/**
 * The books of a company that has reminded for months: five documents a debtor of the last year. Three of them are open,
 * of these seven in ten not yet due, the others due within the last sixty days and reminded as far as that goes; two are
 * paid, one in four of these after a reminder. Some debtors are on hold, some cannot be reached.
 */
final class PlanningBooks {

    /** Three levels and a referral, by the age of an item; see {@link #seed}. */
    static final String POLICY = """
            creditor:
              code: default
              name: Mill Ltd
              address: Mill Lane 1
              from: mill@mill.example
              replyTo: mill@mill.example
              language: en
              country: GB
              zone: Europe/London
              fuse: {times: 0}
              freshness: {bank: off, erp: off}
            procedures:
              - name: standard
                minimumGapDays: 2
                levels:
                  - {name: reminder, days: 7, template: reminder}
                  - {name: second reminder, days: 21, template: second}
                  - {name: final notice, days: 45, template: final}
                referral: {afterDays: 14, approve: person}
            """;

    private static final String[] SEED = {
        "SET session_replication_role = replica", // whatever follows is consistent by itself
        "SET synchronous_commit = off",
        """
        INSERT INTO debtor (creditor_id, source, source_id, name, language, country)
        SELECT 1, 'erp', 'C' || n, 'Debtor number ' || n, 'en', 'GB' FROM generate_series(1, %1$d) AS n
        """,
        """
        INSERT INTO contact (debtor_id, email)
        SELECT n, 'debtor' || n || '@debtor.example' FROM generate_series(1, %1$d) AS n WHERE n %% 200 <> 0
        """,
        // in the order of their issue, as they come in: a debtor's items lie far apart
        """
        INSERT INTO item (debtor_id, kind, source, source_id, number, issued_on, due_on, currency, total_minor,
                          content_hash)
        SELECT 1 + (hashint8extended(n, 7) & x'7fffffff'::bigint) %% %1$d, 'invoice', 'erp', 'D' || n, 'INV-' || n,
               due - 40, due, 'EUR', 1000 + (hashint8extended(n, 8) & 65535), encode(sha256(n::text::bytea), 'hex')
        FROM (SELECT n, DATE '%2$s' + CASE WHEN n <= 1.5 * %1$d THEN (n / (1.5 * %1$d) * 304)::int - 365
                                           WHEN n <= 2.9 * %1$d THEN ((n - 1.5 * %1$d) / (1.4 * %1$d) * 60)::int - 60
                                           ELSE 1 + ((n - 2.9 * %1$d) / (2.1 * %1$d) * 39)::int END AS due
              FROM generate_series(1, 5 * %1$d) AS n) AS dated ORDER BY n
        """,
        // all that fell due more than sixty days ago, and five of fourteen of what fell due since
        """
        CREATE TEMP TABLE paid AS
        SELECT id AS item, CASE WHEN id %% 20 < 15 THEN 0 WHEN id %% 20 < 19 THEN 10 ELSE 30 END AS days_late
        FROM item WHERE id <= 1.5 * %1$d OR id <= 2.9 * %1$d AND id %% 14 >= 9
        """,
        """
        INSERT INTO open_item (item_id, debtor_id, kind, currency, due_on, open_minor, number, instalment, total_minor,
                               issued_on, reference, source)
        SELECT id, debtor_id, kind, currency, due_on, total_minor, number, instalment, total_minor, issued_on, reference,
               source
        FROM item WHERE NOT EXISTS (SELECT FROM paid WHERE paid.item = item.id) ORDER BY id
        """,
        """
        INSERT INTO posting (kind, item_id, amount_minor, currency, business_date, cause_kind, cause)
        SELECT 'issued', id, total_minor, currency, issued_on, 'inbox', 'inbox:1' FROM item ORDER BY id
        """,
        """
        INSERT INTO posting (kind, item_id, amount_minor, currency, business_date, cause_kind, cause)
        SELECT 'settled_elsewhere', id, total_minor, currency, due_on + days_late, 'inbox', 'inbox:1'
        FROM paid JOIN item ON id = item ORDER BY id
        """,
        """
        CREATE TEMP TABLE told AS
        SELECT i.id AS item, i.debtor_id AS debtor, level, days, i.due_on + days AS day, i.total_minor AS minor
        FROM item i
        CROSS JOIN (VALUES ('reminder', 7), ('second reminder', 21), ('final notice', 45)) AS l (level, days)
        LEFT JOIN paid ON paid.item = i.id
        WHERE i.due_on + days < DATE '%2$s' AND days < coalesce(days_late, 60)
          AND i.debtor_id %% 200 <> 0 AND i.debtor_id %% 100 <> 1
        """,
        """
        INSERT INTO notice (debtor_id, procedure, level, level_days, planned_on, state, message_id, attempt, to_address,
                            language, subject, body_text, policy_hash, template_hash, on_wire_at, sent_on, sent_at,
                            reason)
        SELECT debtor, 'standard', level, days, day, 'sent', '<' || debtor || '.' || days || '.' || day || '@mill.example>',
               1, 'debtor' || debtor || '@debtor.example', 'en', 'Reminder of ' || day, repeat('Please pay. ', 15),
               repeat('0', 64), repeat('0', 64), day, day, day, 'notice.level.after'
        FROM told GROUP BY debtor, level, days, day ORDER BY day, debtor
        """,
        """
        INSERT INTO notice_item (notice_id, debtor_id, item_id, procedure, level, level_days, occurrence, amount_minor,
                                 currency, seen_open_minor, sent_on)
        SELECT n.id, t.debtor, t.item, 'standard', t.level, t.days, 1, t.minor, 'EUR', t.minor, n.sent_on
        FROM notice n JOIN told t ON t.debtor = n.debtor_id AND t.level = n.level AND t.day = n.planned_on ORDER BY n.id
        """,
        """
        INSERT INTO notice_event (notice_id, what, attempt)
        SELECT id, what, 1 FROM notice CROSS JOIN (VALUES ('planned'), ('on_wire'), ('sent')) AS w (what) ORDER BY id
        """,
        """
        INSERT INTO hold (debtor_id, kind, placed_by) SELECT n, 'dispute', 'clerk'
        FROM generate_series(1, %1$d) AS n WHERE n %% 100 = 1
        """,
        // reported when their last letter had been in vain
        """
        INSERT INTO exhausted_item (item_id, procedure, reported_on)
        SELECT item, 'standard', day + 14 FROM told WHERE days = 45 AND day + 14 < DATE '%2$s'
        """,
        "RESET session_replication_role",
        "VACUUM (ANALYZE)"
    };

    /** A night: letters of the day left, one debtor in fifty paid something, as many items came as went. */
    private static final String[] NIGHT = {
        "SET session_replication_role = replica",
        """
        UPDATE notice SET state = 'sent', sent_on = planned_on, on_wire_at = now(), sent_at = now()
        WHERE planned_on = DATE '%2$s' AND state IN ('draft', 'due')
        """,
        """
        UPDATE notice_item SET seen_open_minor = amount_minor
        WHERE notice_id IN (SELECT id FROM notice WHERE planned_on = DATE '%2$s')
        """,
        """
        DELETE FROM open_item WHERE item_id IN (
            SELECT min(item_id) FROM open_item
            WHERE debtor_id %% 50 = extract(doy FROM DATE '%2$s')::int %% 50 GROUP BY debtor_id)
        """,
        """
        WITH came AS (
            INSERT INTO item (debtor_id, kind, source, source_id, number, issued_on, due_on, currency, total_minor,
                              content_hash)
            SELECT n, 'invoice', 'erp', 'D%2$s' || n, 'INV-%2$s' || n, DATE '%2$s', DATE '%2$s' + 40, 'EUR', 5000 + n %% 1000,
                   encode(sha256(n::text::bytea), 'hex')
            FROM generate_series(1, %1$d) AS n WHERE n %% 50 = extract(doy FROM DATE '%2$s')::int %% 50
            RETURNING id, debtor_id, kind, currency, due_on, total_minor, number, instalment, issued_on, reference, source)
        INSERT INTO open_item (item_id, debtor_id, kind, currency, due_on, open_minor, number, instalment, total_minor,
                               issued_on, reference, source)
        SELECT id, debtor_id, kind, currency, due_on, total_minor, number, instalment, total_minor, issued_on, reference,
               source
        FROM came
        """,
        "RESET session_replication_role",
        "VACUUM (ANALYZE)",
        "CHECKPOINT"
    };

    private PlanningBooks() {}

    /** @param first the first day that will be planned: letters of the days before it were sent */
    static void seed(DataSource dataSource, int debtors, LocalDate first) throws SQLException {
        run(dataSource, SEED, debtors, first);
    }

    /** @param day the day that was planned last */
    static void night(DataSource dataSource, int debtors, LocalDate day) throws SQLException {
        run(dataSource, NIGHT, debtors, day);
    }

    private static void run(DataSource dataSource, String[] statements, int debtors, LocalDate day)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql.formatted(debtors, day));
            }
        }
    }
}
