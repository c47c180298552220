package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One receipt and what became of its money. */
@Repository
public class ReceiptRows {

    private final JdbcClient jdbc;

    ReceiptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param left what is not allocated yet
     * @param debtor the debtor it is known to come from; null when unknown
     */
    public record Receipt(
            long id,
            String means,
            Long transaction,
            Long debtor,
            Money amount,
            Money left,
            LocalDate on,
            String payer,
            String account,
            String reference,
            String remittance,
            String endToEndId,
            String waits,
            String reversedBy) {}

    /** @param undoable an allocation that nobody took back yet */
    public record Posting(
            long id,
            String kind,
            Long item,
            String number,
            Long debtor,
            String debtorName,
            Money amount,
            LocalDate on,
            Instant at,
            String causeKind,
            String cause,
            String reason,
            Long reverses,
            boolean undoable) {}

    public Optional<Receipt> find(long id) {
        return jdbc.sql("""
                        SELECT r.id, r.means, r.transaction_id, r.amount_minor, r.currency, r.received_on, r.payer_name,
                               r.payer_account, r.reference, r.remittance, r.end_to_end_id, r.reversed_by,
                               u.why AS waits, coalesce(u.left_minor, 0) AS left_minor,
                               coalesce(r.debtor_id,
                                        (SELECT i.debtor_id FROM posting p JOIN item i ON i.id = p.item_id
                                         WHERE p.receipt_id = r.id AND p.kind = 'allocated' AND p.reverses IS NULL
                                         ORDER BY p.id LIMIT 1)) AS debtor_id
                        FROM receipt r LEFT JOIN unapplied u ON u.receipt_id = r.id WHERE r.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new Receipt(
                        row.getLong("id"),
                        row.getString("means"),
                        Columns.id(row, "transaction_id"),
                        Columns.id(row, "debtor_id"),
                        Columns.money(row, "amount_minor"),
                        Columns.money(row, "left_minor"),
                        Columns.day(row, "received_on"),
                        row.getString("payer_name"),
                        row.getString("payer_account"),
                        row.getString("reference"),
                        row.getString("remittance"),
                        row.getString("end_to_end_id"),
                        row.getString("waits"),
                        row.getString("reversed_by")))
                .optional();
    }

    public List<Posting> postings(long receipt) {
        return jdbc.sql("""
                        SELECT p.id, p.kind, p.item_id, i.number, i.debtor_id, d.name AS debtor_name, p.amount_minor,
                               p.currency, p.business_date, p.posted_at, p.cause_kind, p.cause, p.reason, p.reverses,
                               p.kind = 'allocated' AND p.reverses IS NULL
                                   AND NOT EXISTS (SELECT FROM posting u WHERE u.reverses = p.id) AS undoable
                        FROM posting p
                        LEFT JOIN item i ON i.id = p.item_id
                        LEFT JOIN debtor d ON d.id = i.debtor_id
                        WHERE p.receipt_id = :receipt
                        ORDER BY p.id LIMIT 500
                        """)
                .param("receipt", receipt)
                .query((row, n) -> new Posting(
                        row.getLong("id"),
                        row.getString("kind"),
                        Columns.id(row, "item_id"),
                        row.getString("number"),
                        Columns.id(row, "debtor_id"),
                        row.getString("debtor_name"),
                        Columns.money(row, "amount_minor"),
                        Columns.day(row, "business_date"),
                        Columns.instant(row, "posted_at"),
                        row.getString("cause_kind"),
                        row.getString("cause"),
                        row.getString("reason"),
                        Columns.id(row, "reverses"),
                        row.getBoolean("undoable")))
                .list();
    }

    /** Where a cheque stands: deposited, cleared or bounced. */
    public Optional<String> cheque(long receipt) {
        return jdbc.sql("SELECT state FROM cheque WHERE receipt_id = :receipt ORDER BY id DESC LIMIT 1")
                .param("receipt", receipt)
                .query(String.class)
                .optional();
    }
}
