package io.recoup.reconciliation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankTransaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Payments are booked a batch at a time: what is wrong with one of them is the matter of that one. */
class BatchStoreTest extends MatchingTest {

    private static final int BATCH = ReconciliationDesk.BATCH;

    @BeforeAll
    void open() {
        house = openHouse(ReconciliationSettings.defaults());
    }

    @Test
    void one_that_the_database_will_not_take_costs_the_others_nothing_and_is_tried_again() {
        pay("PO-1000", 7, "a");
        trigger("NEW.receipt_id = (SELECT id FROM receipt WHERE remittance = 'PO-100003')", "'22023'");
        assertThat(house.desk.run(today).allocated()).isEqualTo(6);
        assertThat(opens("PO-1000", 7)).containsExactly("0.00", "0.00", "0.00", "5.00", "0.00", "0.00", "0.00");
        assertThat(house.desk.run(today).looked()).as("while its lease lasts").isZero();

        noTrigger();
        jdbc.sql("UPDATE match_due SET lease_until = now() - interval '1 second'")
                .update();

        assertThat(house.desk.run(today)).isEqualTo(new ReconciliationDesk.Outcome(0, 1, 1));
        assertThat(opens("PO-1000", 7)).containsOnly("0.00");
    }

    @Test
    void a_batch_that_crosses_another_is_booked_in_smaller_pieces() {
        jdbc.sql("CREATE SEQUENCE crossings").update();
        pay("DL-2000", 6, "b");
        trigger("nextval('crossings') <= 2", "'40P01'");

        assertThat(house.desk.run(today).allocated()).isEqualTo(6);

        noTrigger();
        assertThat(jdbc.sql("SELECT last_value FROM crossings")
                        .query(Long.class)
                        .single())
                .as("decisions that were tried to be stored")
                .isGreaterThan(6);
        assertThat(opens("DL-2000", 6)).containsOnly("0.00");
        assertThat(count("match_due")).isZero();
    }

    @Test
    void one_that_crosses_another_every_time_is_given_back_at_once_and_booked_when_it_does_not() {
        jdbc.sql("CREATE SEQUENCE meetings").update();
        pay("MT-3000", 1, "c");
        trigger("nextval('meetings') <= 3", "'40P01'");

        assertThat(house.desk.run(today).allocated()).as("in the same run").isEqualTo(1);

        noTrigger();
        assertThat(opens("MT-3000", 1)).containsOnly("0.00");
    }

    @Test
    void a_batch_that_is_just_full_and_one_beyond_it_are_booked_all() {
        pay("FU-40", BATCH + 1, "d");

        assertThat(house.desk.run(today)).isEqualTo(new ReconciliationDesk.Outcome(BATCH + 1, BATCH + 1, BATCH + 1));

        assertThat(opens("FU-40", BATCH + 1)).containsOnly("0.00");
        assertThat(house.desk.run(today)).isEqualTo(new ReconciliationDesk.Outcome(0, 0, 0));
    }

    @Test
    void of_two_payments_of_one_invoice_in_a_batch_one_pays_it_and_the_other_waits() {
        owes(named("T1", "Twice Ltd"), "TW-500001", "30.00");
        house.bank.enter(
                List.of(
                        Bookings.credit("twice a", "30.00", "TW-500001", null, null),
                        Bookings.credit("twice b", "30.00", "TW-500001", null, null)),
                new BankBook.Source("test", null, null));

        assertThat(house.desk.run(today).allocated()).isEqualTo(1);

        assertThat(open("TW-500001")).isEqualTo("0.00");
        assertThat(jdbc.sql("SELECT count(*) FROM receipt r LEFT JOIN unapplied u ON u.receipt_id = r.id"
                                + " WHERE r.remittance = 'TW-500001' AND u.receipt_id IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Invoices of 5.00 under numbers that follow each other, and a payment of each, not looked at yet. */
    private void pay(String prefix, int many, String id) {
        List<BankTransaction> money = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            owes(named(id + i % 5, "Batch " + id + i % 5), number(prefix, i), "5.00");
            money.add(Bookings.credit(id + i, "5.00", number(prefix, i), null, null));
        }
        house.bank.enter(money, new BankBook.Source("test", null, null));
    }

    private static String number(String prefix, int i) {
        return prefix + String.format("%0" + (9 - prefix.length()) + "d", i);
    }

    private List<String> opens(String prefix, int many) {
        List<String> opens = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            opens.add(open(number(prefix, i)));
        }
        return opens;
    }

    /** The database refuses to store decisions, with this state, as long as something is so. */
    private void trigger(String isSo, String state) {
        jdbc.sql("""
            CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF %s THEN
                    RAISE EXCEPTION 'refused on purpose' USING ERRCODE = %s;
                END IF;
                RETURN NEW;
            END $$
            """.formatted(isSo, state)).update();
        jdbc.sql("CREATE TRIGGER refuse BEFORE INSERT ON match_decision FOR EACH ROW EXECUTE FUNCTION refuse()")
                .update();
    }

    private void noTrigger() {
        jdbc.sql("DROP TRIGGER refuse ON match_decision").update();
    }
}
