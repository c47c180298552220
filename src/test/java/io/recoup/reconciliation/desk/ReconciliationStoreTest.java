package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.eur;
import static io.recoup.receivables.Entries.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.Counterparty;
import io.recoup.banking.Direction;
import io.recoup.banking.EntryStatus;
import io.recoup.banking.NewTransactions;
import io.recoup.outbox.Outbox;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Cause;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger;
import io.recoup.reconciliation.store.Reversals;
import io.recoup.testing.PostgresTest;
import io.recoup.testing.Rooms;
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
    private BankBook bank;
    private ReconciliationDesk desk;

    @BeforeAll
    void open() {
        var rooms = Rooms.open(dataSource, new String[] {"receivables", "outbox", "banking", "reconciliation"});
        ledger = rooms.getBean(Ledger.class);
        accounts = rooms.getBean(Accounts.class);
        bank = rooms.getBean(BankBook.class);
        Allocator allocator = new Allocator(accounts, ledger);
        BankTakeUp takeUp =
                new BankTakeUp(rooms.getBean(NewTransactions.class), ledger, allocator, rooms.getBean(Reversals.class));
        desk = new ReconciliationDesk(takeUp, allocator, accounts, rooms.getBean(Outbox.class), transaction);
    }

    @Test
    void a_payment_that_names_its_invoice_pays_it_and_says_why() {
        ledger.enter(invoice("R-2026-0001", "100.00"), Cause.inbox(1), TODAY);
        book(credit("t1", "100.00", "Invoice R-2026-0001"));

        assertThat(desk.run(TODAY)).isEqualTo(new ReconciliationDesk.Outcome(1, 1));
        assertThat(desk.run(TODAY)).isEqualTo(new ReconciliationDesk.Outcome(0, 0));

        assertThat(open("R-2026-0001")).isEqualTo("0.00");
        assertThat(jdbc.sql("SELECT cause || ': ' || reason FROM allocation")
                        .query(String.class)
                        .list())
                .contains("document-number: names document R-2026-0001; exact amount; no other document fits");
    }

    @Test
    void a_payment_that_comes_before_its_invoice_waits_for_it() {
        book(credit("t2", "55.00", "R-2026-0002"));
        desk.run(TODAY);
        assertThat(waits("R-2026-0002")).isEqualTo("no document of ours is named in the payer's text");

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

        assertThat(desk.run(TODAY)).isEqualTo(new ReconciliationDesk.Outcome(2, 1));
        assertThat(waits("R-2026-0006")).isEqualTo("names R-2026-0006, which is settled already");
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

        assertThat(jdbc.sql(
                                "SELECT count(*) FROM allocation a JOIN item i ON i.id = a.item_id WHERE i.number LIKE 'Q-2026-1%'")
                        .query(Long.class)
                        .single())
                .isEqualTo(invoices);
        assertThat(jdbc.sql("SELECT count(*) FROM receipt WHERE remittance LIKE 'Q-2026-1%' AND waits IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isEqualTo(invoices);
    }

    private void book(BankTransaction... transactions) {
        bank.enter(List.of(transactions), new BankBook.Source("test", null, null));
    }

    private static BankTransaction credit(String id, String amount, String text) {
        return booking(id, Direction.CREDIT, false, amount, text);
    }

    private static BankTransaction debitThatReturns(String id, String amount, String text) {
        return booking(id, Direction.DEBIT, true, amount, text);
    }

    private static BankTransaction booking(
            String id, Direction direction, boolean reversal, String amount, String text) {
        return new BankTransaction(
                "GB33BUKB20201555555555",
                "S1",
                LocalDate.parse("2026-03-09"),
                LocalDate.parse("2026-03-09"),
                EntryStatus.BOOKED,
                direction,
                reversal,
                false,
                eur(amount),
                new Counterparty("A payer", "DE89370400440532013000", null),
                null,
                null,
                text,
                id,
                1);
    }

    private String open(String number) {
        return accounts.byNumber(number).get(0).open().toDecimal();
    }

    private String waits(String text) {
        return jdbc.sql("SELECT waits FROM receipt WHERE remittance = :text AND waits IS NOT NULL")
                .param("text", text)
                .query(String.class)
                .single();
    }
}
