package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.banking.BankBook;
import io.recoup.banking.NewTransactions;
import io.recoup.outbox.Outbox;
import io.recoup.reconciliation.HandReceipt;
import io.recoup.reconciliation.match.Thresholds;
import io.recoup.reconciliation.store.CandidateReader;
import io.recoup.reconciliation.store.Decisions;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.DueReceipts.Claim;
import io.recoup.reconciliation.store.Labels;
import io.recoup.reconciliation.store.News;
import io.recoup.reconciliation.store.OpenBookingStore;
import io.recoup.reconciliation.store.PayerMemory;
import io.recoup.reconciliation.store.Reversals;
import io.recoup.reconciliation.store.ReviewRows;
import io.recoup.reconciliation.store.StratumLevels;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk that was slow: what it decided on has changed before it books. */
class OvertakenDeskStoreTest extends MatchingTest {

    private DueReceipts due;
    private News news;
    private Booker booker;
    private Rulebook rules;

    private record Decided(Claim claim, List<Verdict> verdicts) {}

    @BeforeAll
    void open() {
        ReconciliationSettings settings = ReconciliationSettings.defaults();
        house = openHouse(settings);
        due = house.due;
        news = get(News.class);
        booker = new Booker(
                house.ledger,
                get(Decisions.class),
                due,
                get(Labels.class),
                get(PayerMemory.class),
                get(ReviewRows.class),
                news,
                new Ends(due),
                settings);
        rules = new Trust(
                        get(StratumLevels.class),
                        get(Labels.class),
                        due,
                        get(Outbox.class),
                        settings,
                        Thresholds.shipped())
                .rules();
    }

    private <T> T get(Class<T> type) {
        return house.rooms.getBean(type);
    }

    /** Both hear all news first, as every run does. */
    @BeforeEach
    void nothing_is_new() {
        house.desk.run(today);
    }

    @Test
    void an_invoice_that_comes_while_its_payment_is_first_looked_at_is_not_missed() {
        Decided slow = lookAt("early", "21.00", "OV-100001");
        owes(named("O1", "Overtaken Ltd"), "OV-100001", "21.00");
        house.desk.run(today); // another desk hears of the invoice, before anybody watches for it

        book(slow);

        house.desk.run(today);
        assertThat(open("OV-100001")).isEqualTo("0.00");
    }

    @Test
    void an_invoice_that_comes_while_its_payment_is_looked_at_again_is_not_missed() {
        book(Bookings.credit("again", "22.00", "OV-100002", null, null));
        jdbc.sql("INSERT INTO match_due (receipt_id) VALUES (:id)")
                .param("id", receipt("again").value())
                .update();
        Decided slow = decide();
        owes(named("O1", "Overtaken Ltd"), "OV-100002", "22.00");
        house.desk.run(today);
        assertThat(open("OV-100002")).as("by the other desk").isEqualTo("0.00");

        assertThat(book(slow).lost()).hasSize(1);

        assertThat(proposal("again").best().outcome())
                .as("the decision that stands")
                .isEqualTo("auto");
    }

    @Test
    void what_a_person_took_meanwhile_is_not_decided_on() {
        owes(named("O1", "Overtaken Ltd"), "OV-100003", "23.00");
        owes(named("O1", "Overtaken Ltd"), "OV-100004", "9.00");
        Decided slow = lookAt("by rosa", "23.00", "OV-100003 or another");
        house.reviews.choose(receipt("by rosa"), List.of(part("OV-100004", "9.00")), "rosa", null, today);

        assertThat(book(slow).lost()).hasSize(1);

        assertThat(open("OV-100003")).isEqualTo("23.00");
        assertThat(house.desk.run(today).looked()).as("what is left of it").isEqualTo(1);
    }

    @Test
    void a_desk_whose_lease_ended_books_nothing_that_another_has_taken() {
        owes(named("O1", "Overtaken Ltd"), "OV-100005", "25.00");
        house.desk.run(today);
        Decided slow = lookAt("slow", "30.00", "OV-100005");
        jdbc.sql("UPDATE match_due SET lease_until = now() - interval '1 second'")
                .update();
        Decided other = decide();
        book(other);
        int decisions = count("match_decision");

        assertThat(book(slow).lost()).hasSize(1);

        assertThat(count("match_decision")).isEqualTo(decisions);
        assertThat(house.desk.run(today).looked()).isZero();
    }

    @Test
    void a_lease_that_is_lost_voids_one_decision_of_a_batch_and_no_other() {
        owes(named("O2", "Overtaken Too Ltd"), "OV-100006", "26.00");
        owes(named("O2", "Overtaken Too Ltd"), "OV-100007", "27.00");
        owes(named("O2", "Overtaken Too Ltd"), "OV-100008", "28.00");
        house.desk.run(today);
        enter("kept a", "26.00", "OV-100006");
        enter("lost", "27.00", "OV-100007");
        Decided slow = lookAt("kept b", "28.00", "OV-100008");
        assertThat(slow.verdicts()).hasSize(3);
        jdbc.sql("UPDATE match_due SET lease_until = lease_until + interval '1 second' WHERE receipt_id = :id")
                .param("id", receipt("lost").value())
                .update();

        Booker.Booked booked = book(slow);

        assertThat(booked.allocated()).isEqualTo(2);
        assertThat(booked.lost()).containsExactly(receipt("lost").value());
        assertThat(open("OV-100006")).isEqualTo("0.00");
        assertThat(open("OV-100007")).isEqualTo("27.00");
        assertThat(open("OV-100008")).isEqualTo("0.00");
        jdbc.sql("UPDATE match_due SET lease_until = NULL").update();
        assertThat(house.desk.run(today)).isEqualTo(new ReconciliationDesk.Outcome(0, 1, 1));
    }

    @Test
    void an_item_that_somebody_settled_meanwhile_refuses_one_of_a_batch_and_no_other() {
        owes(named("O3", "Overtaken Three Ltd"), "OV-100010", "31.00");
        owes(named("O3", "Overtaken Three Ltd"), "OV-100011", "32.00");
        house.desk.run(today);
        enter("free", "31.00", "OV-100010");
        Decided slow = lookAt("taken", "32.00", "OV-100011");
        house.reviews.enter(
                new HandReceipt(
                        "k1", "cash", debtorOf("O3"), eur("1.00"), today, List.of(part("OV-100011", "1.00")), null),
                "rosa",
                today);

        assertThat(book(slow).allocated()).isEqualTo(1);

        assertThat(open("OV-100010")).isEqualTo("0.00");
        assertThat(open("OV-100011")).isEqualTo("31.00");
        assertThat(house.desk.run(today).looked()).as("it is looked at anew").isEqualTo(1);
    }

    private void enter(String bankId, String amount, String text) {
        house.bank.enter(
                List.of(Bookings.credit(bankId, amount, text, null, null)), new BankBook.Source("test", null, null));
    }

    private Decided lookAt(String bankId, String amount, String text) {
        enter(bankId, amount, text);
        BankTakeUp takeUp = new BankTakeUp(
                get(NewTransactions.class),
                house.ledger,
                house.accounts,
                due,
                get(Reversals.class),
                get(OpenBookingStore.class));
        while (transaction.execute(status -> takeUp.next(10, today)) > 0) {
            // one delivery after the other
        }
        transaction.executeWithoutResult(status -> due.addUnseen());
        return decide();
    }

    private Decided decide() {
        Claim claim = transaction.execute(status -> due.claim(10, news.heard()));
        Decider decider = new Decider(get(CandidateReader.class));
        return new Decided(claim, decider.decide(due.read(claim.receipts()), rules, today));
    }

    private Booker.Booked book(Decided decided) {
        return transaction.execute(status -> booker.book(decided.verdicts(), decided.claim(), rules.name(), today));
    }
}
