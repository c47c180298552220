package io.recoup.reconciliation.store;

import io.recoup.banking.BankTransaction;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.OpenBookings.Meant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which receipt a booking takes back. */
@Repository
public class Reversals {

    private final JdbcClient jdbc;

    Reversals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Standing receipts of the same amount that share the payer's account, the end-to-end id or the reference with the
     * booking; those sharing the end-to-end id alone when there are any.
     */
    public List<Long> originals(BankTransaction booking) {
        record Candidate(long id, boolean sameId) {}
        List<Candidate> candidates = asked(booking, """
                SELECT id, coalesce(end_to_end_id = :endToEndId, false) AS same_id FROM receipt
                WHERE amount_minor = :amount AND currency = :currency AND reversed_by IS NULL
                  AND means = 'transfer' AND received_on <= :on
                  AND (end_to_end_id = :endToEndId OR payer_account = :account OR reference = :reference)
                ORDER BY id
                """).query(Candidate.class).list();
        List<Long> byId =
                candidates.stream().filter(Candidate::sameId).map(Candidate::id).toList();
        return byId.isEmpty() ? candidates.stream().map(Candidate::id).toList() : byId;
    }

    /**
     * All standing receipts of the bank of the same amount that came before the booking, those first that share the payer's
     * account, the end-to-end id or the reference with it, then the latest.
     */
    public List<Meant> ofTheAmount(BankTransaction booking, int limit) {
        return asked(booking, """
                SELECT id AS receipt, payer_name AS payer, received_on, remittance FROM receipt
                WHERE amount_minor = :amount AND currency = :currency AND reversed_by IS NULL
                  AND means = 'transfer' AND received_on <= :on
                ORDER BY coalesce(end_to_end_id = :endToEndId, false) OR coalesce(payer_account = :account, false)
                         OR coalesce(reference = :reference, false) DESC, received_on DESC, id DESC
                LIMIT :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new Meant(
                        new ReceiptId(row.getLong("receipt")),
                        row.getString("payer"),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("remittance")))
                .list();
    }

    private JdbcClient.StatementSpec asked(BankTransaction booking, String sql) {
        return jdbc.sql(sql)
                .param("amount", booking.amount().minor())
                .param("currency", booking.currency())
                .param("on", booking.bookedOn())
                .param("endToEndId", stated(booking.endToEndId()))
                .param("account", booking.counterparty().account())
                .param("reference", booking.reference());
    }

    private static String stated(String endToEndId) {
        return endToEndId == null || endToEndId.equalsIgnoreCase("NOTPROVIDED") ? null : endToEndId;
    }
}
