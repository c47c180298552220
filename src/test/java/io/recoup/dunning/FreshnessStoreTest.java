package io.recoup.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.ReceiptEntry;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Nobody is reminded on old news, nor while money that fits lies about unmatched. */
class FreshnessStoreTest extends OwnPolicyTest {

    @Override
    protected String policy() {
        return """
              workdays: mon-fri
              freshness: {bank: 1, erp: 1}
            procedures:
              - name: standard
                levels:
                  - {name: reminder, days: 3, template: reminder}
            """;
    }

    @Test
    void a_bank_that_is_one_business_day_old_is_fresh_and_two_are_too_many() {
        LocalDate thursday = LocalDate.parse("2026-03-05");
        invoice(debtor("anna"), "A-1", "100.00");
        delivered("bank", "house-bank", thursday.minusDays(2));
        run(thursday);
        assertThat(smtp.accepted).isEmpty();
        assertThat(reason("A-1"))
                .isEqualTo("bank source house-bank last delivered on 2026-03-03, more than 1 business days ago");
        delivered("bank", "house-bank", thursday.minusDays(1));
        run(thursday.plusDays(1));
        assertThat(smtp.accepted)
                .as("Friday, and the bank was last heard on Wednesday")
                .isEmpty();
        delivered("bank", "house-bank", thursday.plusDays(1));
        run(thursday.plusDays(4));
        assertThat(smtp.accepted).as("Monday after a Friday").hasSize(1);
    }

    @Test
    void the_erp_of_the_debtors_documents_counts_and_no_other() {
        LocalDate thursday = LocalDate.parse("2026-03-05");
        invoice(debtor("ben"), "B-1", "100.00");
        delivered("bank", "house-bank", thursday);
        delivered("erp", "erp", thursday.minusDays(2));
        delivered("erp", "other-erp", thursday);
        run(thursday);
        assertThat(reason("B-1")).startsWith("source erp last delivered on 2026-03-03");
        delivered("erp", "erp", thursday.minusDays(1));
        run(thursday.plusDays(0));
        assertThat(smtp.accepted).hasSize(1);
    }

    @Test
    void money_of_nobody_that_fits_an_item_stops_its_letter_and_other_money_does_not() {
        LocalDate thursday = LocalDate.parse("2026-03-05");
        delivered("bank", "house-bank", thursday);
        delivered("erp", "erp", thursday);
        invoice(debtor("carl"), "C-1", "100.00");
        invoice(debtor("dora"), "D-1", "99.99");
        receive("100.00", "somebody");
        run(thursday);
        assertThat(smtp.accepted).singleElement().asString().contains("D-1");
        assertThat(reason("C-1")).isEqualTo("money has come in that fits and is not matched yet: match it first");
    }

    @Test
    void money_of_a_payer_with_the_debtors_name_stops_the_letter_whatever_its_amount() {
        LocalDate thursday = LocalDate.parse("2026-03-05");
        delivered("bank", "house-bank", thursday);
        delivered("erp", "erp", thursday);
        String debtor = debtor("emma");
        invoice(debtor, "E-1", "100.00");
        receive("12.34", "DEBTOR " + debtor);
        run(thursday);
        assertThat(smtp.accepted).isEmpty();
    }

    private void run(LocalDate on) {
        house.today = today = on;
        dunning.plan(on);
        dunning.sendDue();
    }

    private String reason(String number) {
        return house.get(Explainer.class).explain(number, today).get(0).reason().toString();
    }

    private void delivered(String kind, String source, LocalDate on) {
        jdbc.sql("DELETE FROM source_delivery WHERE kind = :kind AND delivered_on > '2090-01-01'")
                .param("kind", kind)
                .update();
        jdbc.sql("""
                INSERT INTO source_delivery VALUES (:kind, :source, :on)
                ON CONFLICT (kind, source) DO UPDATE SET delivered_on = excluded.delivered_on
                """)
                .param("kind", kind)
                .param("source", source)
                .param("on", on)
                .update();
    }

    private void receive(String amount, String payer) {
        ledger.receive(
                new ReceiptEntry(
                        "transfer",
                        "bank:" + payer + amount,
                        null,
                        null,
                        Money.parse(amount, "EUR"),
                        today,
                        payer,
                        null,
                        null,
                        "thanks",
                        null,
                        "nobody knows"),
                Cause.bank("transaction:1", null),
                today);
    }
}
