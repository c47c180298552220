package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.creditNote;
import static io.recoup.receivables.Entries.debtor;
import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.inInstalments;
import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.known;
import static io.recoup.receivables.Entries.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.banking.BankTransaction;
import io.recoup.receivables.InvoiceEntry.Instalment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is booked unasked while nobody moved any threshold, and what waits. Each payment has its own document. */
class StrictRuleStoreTest extends MatchingTest {

    private static final String REFERENCE = "RF18539007547034";

    @BeforeAll
    void open() {
        house = openHouse(ReconciliationSettings.defaults());
    }

    @Test
    void each_payment_is_booked_or_waits_with_its_reason() {
        enter(of(invoice("F-2026/0012", "120.00"), debtor("D1"), REFERENCE, DUE));
        enter(invoice("F-2026/0013", "130.00"));
        enter(invoice("F-2026/001", "131.00"));
        enter(invoice("F-2026/0014", "140.00"));
        enter(invoice("F-2026/0015", "150.00"));
        enter(invoice("F-2026/0016", "160.00"));
        enter(known(invoice("0017-26", "170.00"), "erp", "a17", "0017-26"));
        enter(of(known(invoice("0017-26", "170.00"), "erp2", "b17", "0017-26"), debtor("D2"), null, DUE));
        enter(inInstalments(invoice("F-7000", "110.00"), null, part(1, "50.00"), part(2, "60.00")));
        enter(inInstalments(invoice("F-7001", "80.00"), null, part(1, "30.00"), part(2, "30.00"), part(3, "20.00")));
        enter(creditNote("AB-2026/1", "19.00", null));
        enter(of(invoice("F-2026/0020", "200.00"), named("D3", "Debtor D3", "ES9121000418450200051332"), null, DUE));
        enter(invoice("F-2026/0021", "210.00"));
        enter(invoice("F-2026/0022", "220.00"));

        book(
                Bookings.withReference("reference", "120.00", "RF18 5390 0754 7034"),
                pays("cut by the bank", "130.00", "Fra. F-2026/\n0013 gracias"),
                pays("part of a number", "131.00", "F-2026/0019"),
                pays("a cent less", "139.99", "F-2026/0014"),
                pays("two documents", "150.00", "F-2026/0015 y F-2026/0016"),
                pays("two companies", "170.00", "0017-26"),
                pays("an instalment", "60.00", "F-7000"),
                pays("some instalments", "60.00", "F-7001"),
                pays("a credit note", "19.00", "AB-2026/1"),
                Bookings.credit("another's account", "210.00", "F-2026/0021", "X", "ES9121000418450200051332"),
                pays("nothing", "77.77", "cuota 2026"));

        assertThat(waits("reference")).isNull();
        assertThat(waits("cut by the bank")).isNull();
        assertThat(waits("part of a number")).isNotNull();
        assertThat(waits("a cent less")).contains("139.99 EUR of 140.00 EUR open");
        assertThat(waits("two documents")).contains("names several documents: F-2026/0015, F-2026/0016");
        assertThat(waits("two companies")).contains("names several documents: 0017-26");
        assertThat(waits("an instalment")).isNull();
        assertThat(waits("some instalments")).isNotNull();
        assertThat(waits("a credit note")).isNotNull();
        assertThat(waits("another's account")).isNotNull();
        assertThat(waits("nothing")).isNotNull();
        assertThat(house.accounts.byNumber("F-7000"))
                .extracting(item -> item.open().toDecimal())
                .containsExactly("50.00", "0.00");
        assertThat(house.accounts.byNumber("F-2026/0022").get(0).open()).isEqualTo(eur("220.00"));
        assertThat(jdbc.sql("""
            SELECT count(*) FROM receipt r
            WHERE NOT EXISTS (SELECT FROM match_decision d WHERE d.receipt_id = r.id)
            """).query(Integer.class).single())
                .as("without a stored decision")
                .isZero();

        book(pays("the other instalment", "50.00", "F-7000"), pays("all instalments", "80.00", "F-7001"));
        assertThat(waits("the other instalment")).isNull();
        assertThat(waits("all instalments")).isNull();
    }

    @Test
    void the_second_of_two_equal_payments_says_that_its_document_is_settled_though_an_equal_one_is_open() {
        owes(named("E1", "Equal Ltd", "NL91ABNA0417164300"), "EQ-2026-043", "310.00");
        owes(named("E1", "Equal Ltd", "NL91ABNA0417164300"), "EQ-2026-044", "310.00");
        book(
                Bookings.credit("first", "310.00", "EQ-2026-043", "Equal Ltd", "NL91ABNA0417164300"),
                Bookings.credit("second", "310.00", "SALDO EQ-2026-043", "Equal Ltd", "NL91ABNA0417164300"));

        assertThat(open("EQ-2026-043")).isEqualTo("0.00");
        assertThat(open("EQ-2026-044")).isEqualTo("310.00");
        assertThat(waits("first")).isNull();
        assertThat(waits("second")).startsWith("names EQ-2026-043, which is settled");
    }

    private static Instalment part(int number, String amount) {
        return new Instalment(number, DUE.plusMonths(number - 1), eur(amount));
    }

    private static BankTransaction pays(String id, String amount, String text) {
        return Bookings.credit(id, amount, text, null, null);
    }

    private String waits(String bankId) {
        return jdbc.sql("""
            SELECT coalesce(u.why, '-') FROM receipt r JOIN bank_transaction t ON t.id = r.transaction_id
            LEFT JOIN unapplied u ON u.receipt_id = r.id
            WHERE t.bank_id = :id
            """)
                .param("id", bankId)
                .query(String.class)
                .single()
                .transform(text -> text.equals("-") ? null : text);
    }
}
