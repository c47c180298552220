package io.recoup.receivables.store;

import io.recoup.money.Money;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import io.recoup.receivables.ReceivablesSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * {@code recoup:write-backs?erp=…}: what a receipt pays, forgives and nets, and every reversal of it, as {@code settlement/1}. The key
 * {@code recoup:<posting>} stays the same over attempts, so that the ERP side can see what it has booked already. Lines lie in
 * lots, as they were posted, until they are claimed for the first time.
 */
@Repository
@Transactional
@EnableConfigurationProperties(ReceivablesSettings.class)
class WriteBackDoor implements OutDoor {

    private final JdbcClient jdbc;
    private final ReceivablesSettings settings;

    WriteBackDoor(JdbcClient jdbc, ReceivablesSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "write-backs";
    }

    @Override
    public List<OutTask> claim(String erp, int limit) {
        return jdbc.sql("""
            WITH again AS (
                UPDATE write_back_line SET state = 'sending', attempt = attempt + 1,
                       lease_until = now() + :lease * interval '1 millisecond'
                WHERE posting_id IN (SELECT posting_id FROM write_back_line
                                     WHERE source = :erp AND next_at <= now()
                                       AND (state = 'due' OR (state = 'sending' AND lease_until < now()))
                                     ORDER BY posting_id LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING posting_id, attempt),
            room AS (SELECT :limit - count(*) AS lines FROM again),
            lot AS (
                DELETE FROM write_back_lot
                WHERE source = :erp AND id IN (
                    SELECT id FROM (
                        SELECT id, sum(cardinality(postings)) OVER (ORDER BY id) - cardinality(postings) AS before
                        FROM (SELECT id, postings FROM write_back_lot WHERE source = :erp
                              ORDER BY id LIMIT (SELECT lines FROM room) FOR UPDATE SKIP LOCKED) AS free) AS counted
                    WHERE before < (SELECT lines FROM room))
                RETURNING postings),
            line AS (
                SELECT posting_id, row_number() OVER (ORDER BY posting_id) <= lines AS goes
                FROM lot CROSS JOIN unnest(postings) AS posting_id CROSS JOIN room),
            first AS (
                INSERT INTO write_back_line (source, posting_id, state, attempt, lease_until)
                SELECT :erp, posting_id, CASE WHEN goes THEN 'sending' ELSE 'due' END, goes::int,
                       CASE WHEN goes THEN now() + :lease * interval '1 millisecond' END
                FROM line ORDER BY posting_id
                RETURNING posting_id, attempt),
            claimed AS (
                SELECT posting_id, attempt FROM again
                UNION ALL SELECT posting_id, attempt FROM first WHERE attempt = 1)
            SELECT c.attempt, p.id AS posting, p.amount_minor, p.currency, p.business_date, p.reason,
                   p.kind, p.reverses, credit.number AS credit_note,
                   i.source, i.source_id, i.number, i.instalment, r.means, r.payer_name, r.remittance, r.source_key
            FROM claimed c
            JOIN posting p ON p.id = c.posting_id
            JOIN item i ON i.id = p.item_id
            LEFT JOIN receipt r ON r.id = p.receipt_id
            LEFT JOIN item credit ON credit.id = p.credit_item_id
            ORDER BY c.posting_id
            """)
                .param("lease", settings.writeBackLease().toMillis())
                .param("erp", erp)
                .param("limit", limit)
                .query(WriteBackDoor::task)
                .list();
    }

    @Override
    public void succeeded(OutTask task, String replyJson) {
        jdbc.sql("""
            UPDATE write_back_line SET state = 'done', done_at = now(), failure = NULL
            WHERE posting_id = :id AND state = 'sending' AND attempt = :attempt
            """).param("id", task.id()).param("attempt", task.attempt()).update();
    }

    @Override
    public void failed(OutTask task, Failure failure, String message) {
        jdbc.sql("""
            UPDATE write_back_line
            SET state = :state, failure = :failure,
                next_at = now() + least(interval '1 hour', interval '5 seconds' * power(2, least(attempt, 12)))
            WHERE posting_id = :id AND state = 'sending' AND attempt = :attempt
            """)
                .param("state", failure == Failure.REFUSED ? "refused" : "due")
                .param("failure", failure + ": " + message)
                .param("id", task.id())
                .param("attempt", task.attempt())
                .update();
    }

    private static String kind(String posting) {
        return switch (posting) {
            case "allocated" -> "payment";
            case "discount_granted" -> "discount";
            case "netted" -> "credit";
            default -> posting;
        };
    }

    private static OutTask task(ResultSet rs, int row) throws SQLException {
        long amount = rs.getLong("amount_minor");
        Settlement settlement = new Settlement(
                rs.getString("source"),
                rs.getString("source_id"),
                rs.getString("number"),
                rs.getInt("instalment") == 0 ? null : rs.getInt("instalment"),
                amount > 0 ? kind(rs.getString("kind")) : "reversal",
                Money.of(Math.abs(amount), rs.getString("currency")).toDecimal(),
                rs.getString("currency"),
                rs.getString("business_date"),
                rs.getString("means"),
                rs.getString("payer_name"),
                rs.getString("remittance"),
                rs.getString("reason"),
                rs.getString("credit_note"),
                "recoup:" + rs.getLong("posting"),
                amount > 0 ? null : "recoup:" + rs.getLong("reverses"));
        return new OutTask(rs.getLong("posting"), settlement.reference(), rs.getInt("attempt"), settlement.toJson());
    }
}
