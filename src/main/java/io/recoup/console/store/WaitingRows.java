package io.recoup.console.store;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Money and bookings that wait for somebody. */
@Repository
public class WaitingRows {

    /** Counting stops here: beyond it a collector only needs to know that it is many. */
    private static final int COUNTED = 1_000;

    private final JdbcClient jdbc;

    WaitingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Receipt(long id, String payer, Money amount, LocalDate on, String remittance, String waits) {}

    public record RefusedWriteBack(
            long posting, String erp, Long debtor, String debtorName, String number, Money amount, String failure) {}

    public List<Receipt> receipts(int limit) {
        return jdbc.sql("""
                        SELECT r.id, r.payer_name, r.amount_minor, r.currency, r.received_on, r.remittance, u.why AS waits
                        FROM (SELECT * FROM unapplied ORDER BY received_on DESC, receipt_id DESC LIMIT :limit) u
                        JOIN receipt r ON r.id = u.receipt_id
                        ORDER BY u.received_on DESC, u.receipt_id DESC
                        """)
                .param("limit", limit)
                .query((row, n) -> new Receipt(
                        row.getLong("id"),
                        row.getString("payer_name"),
                        Columns.money(row, "amount_minor"),
                        Columns.day(row, "received_on"),
                        row.getString("remittance"),
                        row.getString("waits")))
                .list();
    }

    /** @return exact up to a thousand, then a thousand */
    public int receiptCount() {
        return jdbc.sql("""
                        SELECT count(*) FROM (SELECT FROM unapplied LIMIT :counted) waiting
                        """).param("counted", COUNTED).query(Integer.class).single();
    }

    /** Bookings of the bank that no rule could deal with. */
    public int bookingCount() {
        return jdbc.sql("SELECT count(*) FROM open_booking WHERE resolved_at IS NULL")
                .query(Integer.class)
                .single();
    }

    public List<RefusedWriteBack> refusedWriteBacks(int limit) {
        return jdbc.sql("""
                        SELECT w.posting_id, w.source, i.debtor_id, d.name AS debtor_name, i.number,
                               p.amount_minor, p.currency, w.failure
                        FROM (SELECT * FROM write_back_line WHERE state = 'refused' ORDER BY posting_id DESC LIMIT :limit) w
                        JOIN posting p ON p.id = w.posting_id
                        LEFT JOIN item i ON i.id = p.item_id
                        LEFT JOIN debtor d ON d.id = i.debtor_id
                        ORDER BY w.posting_id DESC
                        """)
                .param("limit", limit)
                .query((row, n) -> new RefusedWriteBack(
                        row.getLong("posting_id"),
                        row.getString("source"),
                        Columns.id(row, "debtor_id"),
                        row.getString("debtor_name"),
                        row.getString("number"),
                        Columns.money(row, "amount_minor"),
                        row.getString("failure")))
                .list();
    }
}
