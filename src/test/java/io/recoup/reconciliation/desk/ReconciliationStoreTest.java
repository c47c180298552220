package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankTransaction;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger;
import io.recoup.testing.PostgresTest;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReconciliationStoreTest extends PostgresTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");

    private Ledger ledger;
    private Accounts accounts;
    private ReconciliationDesk desk;
    private MatchingHouse house;

    @BeforeAll
    void open() {
        house = new MatchingHouse(dataSource, transaction, ReconciliationSettings.defaults());
        ledger = house.ledger;
        accounts = house.accounts;
        desk = house.desk;
    }

    @Test
    void a_payment_that_names_its_invoice_pays_it_and_says_why() {
        ledger.enter(invoice("R-2026-0001", "100.00"), Cause.inbox(1), TODAY);
        book(credit("t1", "100.00", "Invoice R-2026-0001"));

        ReconciliationDesk.Outcome outcome = desk.run(TODAY);
        assertThat(List.of(outcome.taken(), outcome.allocated())).containsExactly(1, 1);
        assertThat(desk.run(TODAY)).isEqualTo(new ReconciliationDesk.Outcome(0, 0, 0));

        assertThat(open("R-2026-0001")).isEqualTo("0.00");
        assertThat(jdbc.sql("SELECT cause || ': ' || reason FROM allocation")
                        .query(String.class)
                        .list())
                .anyMatch(reason -> reason.startsWith("document-number: names R-2026-0001; exact amount; "));
    }

    @Test
    void a_payment_that_comes_before_its_invoice_waits_for_it() {
        book(Bookings.credit("t2", "55.00", "R-2026-0002", "Somebody Else", null));
        desk.run(TODAY);
        assertThat(waits("R-2026-0002")).isEqualTo("no item of ours fits the text, the payer or the amount");

        ledger.enter(invoice("R-2026-0002", "55.00"), Cause.inbox(2), TODAY);
        assertThat(desk.run(TODAY).allocated()).isEqualTo(1);
        assertThat(open("R-2026-0002")).isEqualTo("0.00");
    }

    @Test
    void money_for_two_invoices_of_one_debtor_waits_as_his_and_covers_them() {
        ledger.enter(invoice("R-2026-0101", "100.00"), Cause.inbox(8), TODAY);
        ledger.enter(invoice("R-2026-0102", "200.00"), Cause.inbox(8), TODAY);
        book(credit("t101", "300.00", "R-2026-0101 y R-2026-0102"));

        assertThat(desk.run(TODAY).allocated()).isZero();

        long debtor = accounts.byNumber("R-2026-0101").get(0).debtor().value();
        assertThat(jdbc.sql("SELECT debtor_id FROM receipt WHERE remittance = 'R-2026-0101 y R-2026-0102'")
                        .query(Long.class)
                        .single())
                .isEqualTo(debtor);
        assertThat(accounts.account(new DebtorId(debtor)).unapplied())
                .singleElement()
                .matches(money -> !eur("300.00").exceeds(money));
    }

    @Test
    void what_a_person_undid_is_not_done_again() {
        ledger.enter(invoice("R-2026-0003", "70.00"), Cause.inbox(3), TODAY);
        book(credit("t3", "70.00", "R-2026-0003"));
        desk.run(TODAY);
        long posting =
                jdbc.sql("SELECT max(id) FROM allocation").query(Long.class).single();

        ledger.undo(posting, Cause.user("maria", "wrong customer"), TODAY);
        ledger.enter(invoice("R-2026-0004", "1.00"), Cause.inbox(4), TODAY);
        desk.run(TODAY);

        assertThat(open("R-2026-0003")).isEqualTo("70.00");
        assertThat(waits("R-2026-0003")).contains("a person took it away");
    }

    @Test
    void a_returned_payment_opens_its_invoice_again() {
        ledger.enter(invoice("R-2026-0005", "80.00"), Cause.inbox(5), TODAY);
        book(credit("t5", "80.00", "R-2026-0005"));
        desk.run(TODAY);
        assertThat(open("R-2026-0005")).isEqualTo("0.00");

        book(debitThatReturns("t6", "80.00", "R-2026-0005"));
        desk.run(TODAY);

        assertThat(open("R-2026-0005")).isEqualTo("80.00");
    }

    @Test
    void two_equal_payments_stay_two_and_one_of_them_waits() {
        ledger.enter(invoice("R-2026-0006", "30.00"), Cause.inbox(6), TODAY);
        book(credit("t7", "30.00", "R-2026-0006"), credit("t8", "30.00", "R-2026-0006"));
        book(credit("t7", "30.00", "R-2026-0006"), credit("t8", "30.00", "R-2026-0006"));

        ReconciliationDesk.Outcome outcome = desk.run(TODAY);
        assertThat(List.of(outcome.taken(), outcome.allocated())).containsExactly(2, 1);
        assertThat(waits("R-2026-0006")).isEqualTo("names R-2026-0006, which is settled");
    }

    @Test
    void desks_that_work_at_once_allocate_nothing_twice() throws Exception {
        int invoices = 60;
        for (int i = 0; i < invoices; i++) {
            ledger.enter(invoice("Q-2026-1%03d".formatted(i), "10.00"), Cause.inbox(7), TODAY);
        }
        book(IntStream.range(0, invoices * 2)
                .mapToObj(i -> credit("q" + i, "10.00", "Q-2026-1%03d".formatted(i / 2)))
                .toArray(BankTransaction[]::new));

        var pool = Executors.newFixedThreadPool(3);
        List<Callable<ReconciliationDesk.Outcome>> desks =
                List.of(() -> desk.run(TODAY), () -> desk.run(TODAY), () -> desk.run(TODAY));
        for (var done : pool.invokeAll(desks)) {
            done.get();
        }
        pool.shutdown();

        assertThat(jdbc.sql("SELECT count(*) FROM allocation a JOIN item i ON i.id = a.item_id WHERE i.number LIKE"
                                + " 'Q-2026-1%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(invoices);
        assertThat(jdbc.sql("SELECT count(*) FROM receipt r JOIN unapplied u ON u.receipt_id = r.id"
                                + " WHERE r.remittance LIKE 'Q-2026-1%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(invoices);
    }

    private void book(BankTransaction... transactions) {
        house.bank.enter(List.of(transactions), new BankBook.Source("test", null, null));
    }

    private static BankTransaction credit(String id, String amount, String text) {
        return Bookings.credit(id, amount, text);
    }

    private static BankTransaction debitThatReturns(String id, String amount, String text) {
        return Bookings.returned(Bookings.credit(id, amount, text));
    }

    private String open(String number) {
        return accounts.byNumber(number).get(0).open().toDecimal();
    }

    private String waits(String text) {
        return jdbc.sql(
                        "SELECT u.why FROM receipt r JOIN unapplied u ON u.receipt_id = r.id WHERE r.remittance = :text")
                .param("text", text)
                .query(String.class)
                .single();
    }
}
