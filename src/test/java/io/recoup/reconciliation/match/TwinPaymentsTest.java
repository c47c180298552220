package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.reconciliation.match.Match.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same payer, the same amount, twice: which of the two pays what. */
class TwinPaymentsTest {

    private static final String ACCOUNT = "DE89370400440532013000";
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 20);

    private final Desk desk = new Desk().debtor("C-100", "Bäckerei Sonnenschein GmbH", ACCOUNT);

    @Test
    void an_earlier_payment_that_says_nothing_leaves_what_a_later_one_names_when_an_equal_item_is_there() {
        desk.invoice("C-100", "RE-2026-00317", 48_013, "2026-02-10")
                .invoice("C-100", "RE-2026-00417", 48_013, "2026-02-12");
        Map<String, Match> matches = twice("Zahlung", "RE-2026-00317", FIRST.plusDays(10));
        assertThat(items(matches.get("A"))).containsExactly("RE-2026-00417");
        assertThat(items(matches.get("B"))).containsExactly("RE-2026-00317");
    }

    @Test
    void an_earlier_payment_that_says_nothing_goes_first_when_there_is_but_one_item() {
        desk.invoice("C-100", "RE-2026-00317", 48_013, "2026-02-10");
        Map<String, Match> matches = twice("Zahlung", "RE-2026-00317", FIRST.plusDays(10));
        assertThat(items(matches.get("A"))).containsExactly("RE-2026-00317");
        assertThat(matches.get("B").decision()).isNotEqualTo(Decision.AUTO);
    }

    @Test
    void an_earlier_payment_that_names_it_in_part_goes_first_though_an_equal_item_is_there() {
        desk.invoice("C-100", "RE-2026-00317", 48_013, "2026-02-10")
                .invoice("C-100", "RE-2026-00417", 48_013, "2026-02-12");
        Map<String, Match> matches = twice("Rg. 417", "RE-2026-00417", FIRST.plusDays(10));
        assertThat(items(matches.get("A"))).containsExactly("RE-2026-00417");
        assertThat(matches.get("B").decision()).isNotEqualTo(Decision.AUTO);
    }

    @Test
    void an_earlier_payment_for_which_nothing_is_found_makes_the_later_one_less_sure() {
        desk.strictly().invoice("C-100", "RE-2026-00317", 48_013, "2026-02-10");
        Map<String, Match> named = twice("RE-2026-00999", "RE-2026-00317", FIRST.plusDays(10));
        Desk alone = new Desk()
                .strictly()
                .debtor("C-100", "Bäckerei Sonnenschein GmbH", ACCOUNT)
                .invoice("C-100", "RE-2026-00317", 48_013, "2026-02-10")
                .pays("B", FIRST.plusDays(10), 48_013, null, "RE-2026-00317", null, ACCOUNT);
        assertThat(named.get("B").score()).isLessThanOrEqualTo(alone.only().score());
    }

    @Test
    void the_second_is_less_sure_up_to_twenty_five_days_after_the_first_and_not_a_day_longer() {
        desk.strictly()
                .invoice("C-100", "RE-2026-00317", 48_013, "2026-02-10")
                .invoice("C-100", "RE-2026-00417", 48_013, "2026-02-12");
        int near =
                twice("Zahlung", "RE-2026-00417", FIRST.plusDays(25)).get("B").score();
        Desk other = new Desk()
                .strictly()
                .debtor("C-100", "Bäckerei Sonnenschein GmbH", ACCOUNT)
                .invoice("C-100", "RE-2026-00317", 48_013, "2026-02-10")
                .invoice("C-100", "RE-2026-00417", 48_013, "2026-02-12");
        int far = twice(other, "Zahlung", "RE-2026-00417", FIRST.plusDays(26))
                .get("B")
                .score();
        assertThat(near).isLessThan(far);
    }

    @Test
    void equal_payments_that_name_nothing_take_equal_items_in_the_order_of_their_days() {
        desk.invoice("C-100", "RE-2026-00317", 48_013, "2026-02-10")
                .invoice("C-100", "RE-2026-00417", 48_013, "2026-03-12");
        Map<String, Match> matches = twice("Miete", "Miete", FIRST.plusDays(28));
        assertThat(items(matches.get("A"))).containsExactly("RE-2026-00317");
        assertThat(items(matches.get("B"))).containsExactly("RE-2026-00417");
    }

    private Map<String, Match> twice(String first, String second, LocalDate later) {
        return twice(desk, first, second, later);
    }

    private static Map<String, Match> twice(Desk desk, String first, String second, LocalDate later) {
        return desk
                .pays("A", FIRST, 48_013, null, first, null, ACCOUNT)
                .pays("B", later, 48_013, null, second, null, ACCOUNT)
                .decide()
                .stream()
                .collect(Collectors.toMap(match -> match.payment().key(), match -> match));
    }

    private static List<String> items(Match match) {
        return match.parts().stream().map(part -> part.item().number()).toList();
    }
}
