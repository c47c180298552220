package io.recoup.agency.store;

import static io.recoup.agency.store.PlacementRows.word;

import io.recoup.agency.CasePayment;
import io.recoup.agency.ReportedPayments;
import io.recoup.money.Money;
import io.recoup.receivables.ReceiptId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class JdbcReportedPayments implements ReportedPayments {

    private final JdbcClient jdbc;

    public JdbcReportedPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Known enter(long placement, CasePayment payment) {
        boolean fresh = jdbc.sql("""
                INSERT INTO case_payment (placement_id, agency, payment_id, amount_minor, currency, paid_on, recipient)
                VALUES (:placement, :agency, :payment, :amount, :currency, :on, :recipient)
                ON CONFLICT DO NOTHING
                """)
                        .param("placement", placement)
                        .param("agency", payment.agency())
                        .param("payment", payment.paymentId())
                        .param("amount", payment.amount().minor())
                        .param("currency", payment.amount().currencyCode())
                        .param("on", payment.paidOn())
                        .param("recipient", word(payment.recipient()))
                        .update()
                == 1;
        return jdbc.sql("""
                SELECT id, amount_minor, currency, receipt_id, reversed FROM case_payment
                WHERE agency = :agency AND payment_id = :payment FOR UPDATE
                """)
                .param("agency", payment.agency())
                .param("payment", payment.paymentId())
                .query((row, n) -> {
                    Long receipt = row.getObject("receipt_id", Long.class);
                    return new Known(
                            row.getLong("id"),
                            Money.of(row.getLong("amount_minor"), row.getString("currency")),
                            receipt == null ? null : new ReceiptId(receipt),
                            row.getBoolean("reversed"),
                            fresh);
                })
                .single();
    }

    @Override
    public void booked(long payment, ReceiptId receipt) {
        jdbc.sql("UPDATE case_payment SET receipt_id = :receipt WHERE id = :id")
                .param("receipt", receipt.value())
                .param("id", payment)
                .update();
    }

    @Override
    public void reversed(long payment) {
        jdbc.sql("UPDATE case_payment SET reversed = true WHERE id = :id")
                .param("id", payment)
                .update();
    }

    @Override
    public boolean isFromAgency(ReceiptId receipt) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM case_payment WHERE receipt_id = :receipt)")
                .param("receipt", receipt.value())
                .query(Boolean.class)
                .single();
    }
}
