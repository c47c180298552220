package io.recoup.reconciliation.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.banking.BankTransaction;
import io.recoup.receivables.RefusedEntry;
import io.recoup.reconciliation.OpenBookings.Meant;
import io.recoup.reconciliation.OpenBookings.OpenBooking;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** No booking of the bank goes by unseen: what no rule can deal with waits for a person, who ends it or tries again. */
class OpenBookingsStoreTest extends MatchingTest {

    @BeforeAll
    void open() {
        house = openHouse(ReconciliationSettings.defaults());
    }

    @AfterEach
    void nothing_waits() {
        house.bookings.waiting(100).forEach(one -> house.bookings.settle(one.id(), "maria", "the test is over"));
    }

    @Test
    void a_return_that_two_receipts_may_be_meant_by_waits_until_a_person_says_which() {
        owes(named("B1", "Twice Ltd"), "OB-100001", "80.00");
        owes(named("B1", "Twice Ltd"), "OB-100002", "80.00");
        BankTransaction first = Bookings.credit("ob1", "80.00", "OB-100001", "Twice Ltd", "DE02120300000000202051");
        book(
                first,
                Bookings.credit("ob2", "80.00", "OB-100002", "Twice Ltd", "DE02120300000000202051"),
                Bookings.credit("other", "80.01", "hello", "Twice Ltd", "DE02120300000000202051"));
        assertThat(open("OB-100001")).isEqualTo("0.00");

        book(Bookings.returned(first));

        OpenBooking waiting = theOnlyOne();
        assertThat(waiting.amount().toDecimal()).isEqualTo("-80.00");
        assertThat(waiting.why() + " " + waiting.detail()).isEqualTo("several 2");
        assertThat(waiting.receipts()).extracting(Meant::remittance).containsExactly("OB-100002", "OB-100001");
        assertThat(house.bookings.again(waiting.id(), today))
                .as("nothing is different")
                .isFalse();

        assertThatThrownBy(() -> house.bookings.takesBack(waiting.id(), receipt("other"), "maria", today))
                .isInstanceOf(RefusedEntry.class);
        house.bookings.takesBack(waiting.id(), receipt("ob1"), "maria", today);

        assertThat(open("OB-100001")).isEqualTo("80.00");
        assertThat(open("OB-100002")).isEqualTo("0.00");
        assertThat(house.bookings.waiting(10)).isEmpty();
        assertThatThrownBy(() -> house.bookings.takesBack(waiting.id(), receipt("ob2"), "maria", today))
                .hasMessage("this bank booking does not wait any more");
        assertThat(open("OB-100002")).isEqualTo("0.00");
    }

    @Test
    void a_return_that_comes_before_its_payment_is_found_when_it_is_tried_again() {
        owes(named("B2", "Early Ltd"), "OB-200001", "33.00");
        BankTransaction payment = Bookings.credit("ob3", "33.00", "OB-200001", "Early Ltd", "DE02500105170137075030");
        book(Bookings.returned(payment));
        assertThat(theOnlyOne().why()).isEqualTo("none");
        assertThat(theOnlyOne().receipts()).isEmpty();
        book(payment);
        assertThat(open("OB-200001")).isEqualTo("0.00");

        assertThat(house.bookings.again(theOnlyOne().id(), today)).isTrue();

        assertThat(open("OB-200001")).isEqualTo("33.00");
        assertThat(house.bookings.waiting(10)).isEmpty();
    }

    @Test
    void what_cannot_be_taken_up_keeps_nothing_else_waiting_and_is_tried_again() {
        jdbc.sql("""
                CREATE FUNCTION no_poison() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.remittance = 'poison' THEN RAISE EXCEPTION 'not this one'; END IF;
                    RETURN NEW;
                END $$
                """).update();
        jdbc.sql("CREATE TRIGGER no_poison BEFORE INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION no_poison()")
                .update();
        owes(named("B3", "Good Ltd"), "OB-300001", "41.00");
        owes(named("B3", "Good Ltd"), "OB-300002", "42.00");
        owes(named("B3", "Good Ltd"), "OB-300003", "43.00");

        book(
                Bookings.credit("ob4", "41.00", "OB-300001", "Good Ltd", null),
                Bookings.credit("ob5", "42.00", "poison", "Good Ltd", null),
                Bookings.credit("ob6", "43.00", "OB-300003", "Good Ltd", null));

        assertThat(open("OB-300001")).isEqualTo("0.00");
        assertThat(open("OB-300003")).isEqualTo("0.00");
        OpenBooking waiting = theOnlyOne();
        assertThat(waiting.amount().toDecimal()).isEqualTo("42.00");
        assertThat(waiting.why()).isEqualTo("failed");
        assertThat(waiting.detail()).contains("not this one");
        assertThat(house.bookings.again(waiting.id(), today)).isFalse();
        assertThat(theOnlyOne().detail()).contains("not this one");

        jdbc.sql("DROP TRIGGER no_poison ON receipt").update();
        assertThat(house.bookings.again(waiting.id(), today)).isTrue();
        house.desk.run(today);

        assertThat(receipt("ob5").value()).isPositive();
        assertThat(house.bookings.waiting(10)).isEmpty();
    }

    @Test
    void nothing_is_put_away_without_a_reason() {
        book(Bookings.returned(Bookings.credit("ob7", "77.77", "nobody knows", "Nobody", null)));
        long waiting = theOnlyOne().id();

        assertThatThrownBy(() -> house.bookings.settle(waiting, "maria", " ")).hasMessage("say why");
        house.bookings.settle(waiting, "maria", "a fee of the bank's own");

        assertThat(house.bookings.waiting(10)).isEmpty();
        assertThat(jdbc.sql("SELECT resolved_by || ': ' || resolution FROM open_booking WHERE transaction_id = :id")
                        .param("id", waiting)
                        .query(String.class)
                        .single())
                .isEqualTo("maria: a fee of the bank's own");
    }

    private OpenBooking theOnlyOne() {
        assertThat(house.bookings.waiting(10)).hasSize(1);
        return house.bookings.waiting(10).get(0);
    }
}
