package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.invoice;
import static io.recoup.receivables.Entries.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.receivables.InvoiceEntry;
import io.recoup.reconciliation.Proposal;
import io.recoup.reconciliation.store.Candidates;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Debtors with as many open items as are read with a payment, and with one more. */
class ManyItemsStoreTest extends MatchingTest {

    private static final String AT_THE_BOUND = "NL91ABNA0417164300";
    private static final String BEYOND = "BE68539007547034";

    @BeforeAll
    void open() {
        house = openHouse(ReconciliationSettings.defaults());
        owesMany("M300", AT_THE_BOUND, Candidates.MOST_OF_A_DEBTOR);
        owesMany("M301", BEYOND, Candidates.MOST_OF_A_DEBTOR + 1);
    }

    /** Each due a day after the one before, of 10.00, 10.01, 10.02 and so on, entered last due first. */
    private void owesMany(String debtor, String iban, int many) {
        transaction.executeWithoutResult(status -> {
            for (int i = many; i >= 1; i--) {
                enter(due(debtor, iban, number(debtor, i), "%d.%02d".formatted(10 + (i - 1) / 100, (i - 1) % 100), i));
            }
        });
    }

    private static InvoiceEntry due(String debtor, String iban, String number, String total, int day) {
        return of(
                invoice(number, total),
                named(debtor, "Many " + debtor, iban),
                null,
                LocalDate.parse("2026-03-09").plusDays(day));
    }

    private static String number(String debtor, int place) {
        return debtor + "-9" + (10_000 + place);
    }

    @Test
    void the_last_item_is_found_by_its_number_and_by_its_amount() {
        book(
                Bookings.credit("by number", "13.00", number("M301", 301), "Many M301", BEYOND),
                Bookings.credit("by amount", "12.98", "thanks", "Many M301", BEYOND));

        assertThat(open(number("M301", 301))).isEqualTo("0.00");
        assertThat(proposal("by number").best().outcome()).isEqualTo("auto");
        assertThat(paid("by amount")).containsExactly(number("M301", 299));
        // back to as many as before
        house.reviews.undo(receipt("by number"), "rosa", "test", today);
    }

    @Test
    void what_is_due_first_is_read_and_that_not_all_is_read_is_told() {
        book(
                Bookings.credit("oldest", "20.01", "account", "Many M300", AT_THE_BOUND),
                Bookings.credit("oldest of more", "20.01", "account", "Many M301", BEYOND));

        assertThat(paid("oldest")).containsExactly(number("M300", 1), number("M300", 2));
        assertThat(reasons("oldest")).doesNotContain("cut");
        assertThat(paid("oldest of more")).containsExactly(number("M301", 1), number("M301", 2));
        assertThat(reasons("oldest of more")).contains("cut");
        assertThat(proposal("oldest of more").best().why())
                .extracting(Object::toString)
                .contains("Many M301 has more open items than were looked at: the 300 due first");
    }

    @Test
    void where_nothing_fits_it_is_told_that_not_all_was_read() {
        book(
                Bookings.credit("nothing", "0.07", "hello", "Many M300", AT_THE_BOUND),
                Bookings.credit("nothing of more", "0.07", "hello", "Many M301", BEYOND));

        assertThat(reasons("nothing")).doesNotContain("cut");
        assertThat(reasons("nothing of more")).contains("cut");
    }

    private List<String> paid(String bankId) {
        return proposal(bankId).best().parts().stream()
                .map(Proposal.Part::item)
                .map(item -> item.number())
                .sorted()
                .toList();
    }

    private List<String> reasons(String bankId) {
        return proposal(bankId).best().why().stream()
                .map(reason -> reason.code())
                .toList();
    }
}
