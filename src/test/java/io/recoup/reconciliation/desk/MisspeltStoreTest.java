package io.recoup.reconciliation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.receivables.DebtorEntry;
import io.recoup.reconciliation.Proposal;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Numbers with a slip, of debtors whom nothing else in a payment makes one think of, in a ledger that is not read whole. */
class MisspeltStoreTest extends MatchingTest {

    @BeforeAll
    void open() {
        house = openHouse(ReconciliationSettings.defaults());
    }

    @Test
    void a_part_payment_by_somebody_whom_nobody_knows_is_proposed_for_the_only_number_that_is_nearly_said() {
        owes(named("N1", "Bakery Sunshine"), "KX-8714903", "480.00");
        book(
                Bookings.credit("digit wrong", "150.00", "invoice KX-8714908", "Kaya Factoring", null),
                Bookings.credit("swapped", "140.00", "KX 8741903 thanks", "Factor Two", null),
                Bookings.credit("two wrong", "130.00", "KX 8714988", "Factor Three", null));

        assertThat(proposed("digit wrong")).isEqualTo("review KX-8714903 150.00");
        assertThat(proposed("swapped")).isEqualTo("review KX-8714903 140.00");
        assertThat(proposal("two wrong").best().outcome()).isEqualTo("none");
    }

    @Test
    void of_four_documents_as_near_none_is_thought_of_though_one_of_them_is_read_for_another_payment() {
        List.of("Spring", "Summer", "Autumn", "Winter")
                .forEach(name -> owes(named("N-" + name, name + " Ltd"), number(name), "480.00"));
        book(
                Bookings.credit("one of four", "150.00", "QT-5500109", "Kaya Factoring", null),
                Bookings.credit("in full", "20.00", number("Spring"), "Factor Two", null));

        assertThat(proposal("one of four").best().outcome()).isEqualTo("none");
    }

    private static String number(String name) {
        return "QT-550010"
                + (1 + List.of("Spring", "Summer", "Autumn", "Winter").indexOf(name));
    }

    @Test
    void what_is_paid_is_not_counted_among_those_as_near() {
        DebtorEntry debtor = named("N3", "Paid Well");
        for (int i = 1; i <= 4; i++) {
            owes(debtor, "WD-660010" + i, "58" + i + ".00");
        }
        for (int i = 1; i <= 3; i++) {
            book(Bookings.credit("pays " + i, "58" + i + ".00", "WD-660010" + i, "Paid Well", null));
            assertThat(open("WD-660010" + i)).isEqualTo("0.00");
        }
        book(Bookings.credit("the last", "150.00", "WD-6600109", "Kaya Factoring", null));

        assertThat(proposed("the last")).isEqualTo("review WD-6600104 150.00");
    }

    private String proposed(String bankId) {
        Proposal.Best best = proposal(bankId).best();
        assertThat(best.parts()).as("%s: %s", bankId, best).hasSize(1);
        return best.outcome() + " " + best.parts().get(0).item().number() + " "
                + best.parts().get(0).amount().toDecimal();
    }
}
