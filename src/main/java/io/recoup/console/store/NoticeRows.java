package io.recoup.console.store;

import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.policy.ByHand;
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
            SELECT n.id, n.debtor_id, d.name, n.procedure, n.level, n.state, coalesce(n.sent_on, n.planned_on) AS day,
                   n.failure, n.reason, n.planned_on, n.copies, CASE WHEN n.state = 'due' AND n.next_at > now() THEN n.next_at END AS kept_until,
                   n.approved_by, n.subject, n.to_address, n.body_html IS NOT NULL OR n.body_text IS NOT NULL AS has_letter,
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
     * @param plannedFor why it was planned; null of letters before reasons were kept
     * @param copies addresses that got a copy
     * @param approvedBy null = nobody was asked
     * @param keptUntil it does not leave before; null = it may now, or has ended
     */
    public record Notice(
            long id,
            long debtor,
            String debtorName,
            String procedure,
            String level,
            String state,
            LocalDate on,
            Money total,
            Reason reason,
            String subject,
            String to,
            boolean hasLetter,
            LocalDate plannedOn,
            Reason plannedFor,
            List<String> copies,
            String approvedBy,
            Instant keptUntil) {

        /** Whether a person wrote it. */
        public boolean isByHand() {
            return ByHand.is(procedure);
        }

        /** A person may still change his mind. */
        public boolean isWithdrawable() {
            return isByHand() && List.of("draft", "due", "sending").contains(state);
        }

        /** How the state is coloured. */
        public String tone() {
            return switch (state) {
                case "sent" -> "ok";
                case "draft", "unknown" -> "warn";
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
    public record Item(long id, String number, Money amount, Reason dropped) {}

    /**
     * What the letter asked for in one currency.
     *
     * @param items open amount of its documents
     * @param fee charged with it, as is {@code interest}
     * @param earlier charges of earlier letters that were unpaid
     * @param credit deducted
     * @param toPay all together
     */
    public record Claim(Money items, Money fee, Money interest, Money earlier, Money credit, Money toPay) {}

    /** @param open what is unpaid of both */
    public record Charged(Money fee, Money interest, Money open) {}

    public record Event(Instant at, String what, int attempt, String by, Reason reason) {}

    /** Any state, spelled as the three indexes have it that hold a debtor's letters. */
    private static final String OF_DEBTOR = """
            (debtor_id = :debtor AND state IN ('sent', 'unknown', 'rejected', 'withdrawn')
             OR debtor_id = :debtor AND state IN ('draft', 'due', 'sending', 'on_wire') AND procedure <> 'letters'
             OR debtor_id = :debtor AND procedure = 'letters')
            """;

    /** @param html null when the letter was text only */
    public record Letter(String html, String text) {}

    public List<Notice> latest(int limit) {
        return jdbc.sql(LINES.formatted("state <> 'draft' ORDER BY id DESC LIMIT :limit"))
                .param("limit", limit)
                .query(NoticeRows::notice)
                .list();
    }

    /** Unknown, rejected, or failing again and again. */
    public List<Notice> waiting(int limit) {
        return jdbc.sql(LINES.formatted("""
                                (state IN ('unknown', 'rejected') OR state IN ('due', 'sending') AND failure IS NOT NULL
                                                                     AND (procedure <> 'letters' OR next_at <= now()))
                                AND id > (SELECT coalesce(max(id), 0) - :window FROM notice)
                                ORDER BY id DESC LIMIT :limit
                                """))
                .param("window", WINDOW)
                .param("limit", limit)
                .query(NoticeRows::notice)
                .list();
    }

    public List<Notice> ofDebtor(long debtor) {
        return jdbc.sql(LINES.formatted(OF_DEBTOR + " ORDER BY id DESC LIMIT 50"))
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
                        why(row, "dropped")))
                .list();
    }

    public List<Claim> claims(long notice) {
        return jdbc.sql("""
                        SELECT currency, total_minor, fee_minor, interest_minor, earlier_minor, credit_minor,
                               total_minor + fee_minor + interest_minor + earlier_minor - credit_minor AS to_pay_minor
                        FROM notice_claim WHERE notice_id = :notice ORDER BY currency
                        """)
                .param("notice", notice)
                .query((row, n) -> new Claim(
                        Columns.money(row, "total_minor"),
                        Columns.money(row, "fee_minor"),
                        Columns.money(row, "interest_minor"),
                        Columns.money(row, "earlier_minor"),
                        Columns.money(row, "credit_minor"),
                        Columns.money(row, "to_pay_minor")))
                .list();
    }

    /** Fees and interest that the letters to a debtor have charged, one per currency. */
    public List<Charged> charged(long debtor) {
        return jdbc.sql("""
                        SELECT c.currency, sum(c.fee_minor)::bigint AS fee_minor,
                               sum(c.interest_minor)::bigint AS interest_minor,
                               (SELECT coalesce(sum(o.open_minor), 0)::bigint FROM open_item o
                                WHERE o.debtor_id = :debtor AND o.currency = c.currency
                                  AND o.kind IN ('fee', 'interest')) AS open_minor
                        FROM notice n JOIN notice_claim c ON c.notice_id = n.id
                        WHERE %s
                        GROUP BY c.currency HAVING sum(c.fee_minor + c.interest_minor) > 0 ORDER BY c.currency
                        """.formatted(OF_DEBTOR))
                .param("debtor", debtor)
                .query((row, n) -> new Charged(
                        Columns.money(row, "fee_minor"),
                        Columns.money(row, "interest_minor"),
                        Columns.money(row, "open_minor")))
                .list();
    }

    public List<Event> events(long notice) {
        return jdbc.sql("""
                        SELECT created_at AS at, 'drafted' AS what, 0 AS attempt, 'recoup' AS by_whom, NULL AS reason, 0 AS id
                        FROM notice WHERE id = :notice AND NOT resend AND procedure <> 'letters'
                        UNION ALL
                        SELECT at, what, attempt, by_whom, reason, id FROM notice_event WHERE notice_id = :notice
                        ORDER BY id LIMIT 200
                        """)
                .param("notice", notice)
                .query((row, n) -> new Event(
                        Columns.instant(row, "at"),
                        row.getString("what"),
                        row.getInt("attempt"),
                        row.getString("by_whom"),
                        why(row, "reason")))
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
                row.getString("procedure"),
                row.getString("level"),
                row.getString("state"),
                Columns.day(row, "day"),
                Columns.money(row, "total_minor"),
                why(row, "failure"),
                row.getString("subject"),
                row.getString("to_address"),
                row.getBoolean("has_letter"),
                Columns.day(row, "planned_on"),
                why(row, "reason"),
                List.of((String[]) row.getArray("copies").getArray()),
                row.getString("approved_by"),
                Columns.instant(row, "kept_until"));
    }

    /** A reason that is kept in a form for every language, or words as somebody said them. */
    private static Reason why(ResultSet row, String column) throws SQLException {
        String stored = row.getString(column);
        return stored == null || stored.isEmpty() ? null : Reason.read(stored);
    }
}
