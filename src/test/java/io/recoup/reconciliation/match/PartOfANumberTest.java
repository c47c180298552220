package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts that say less than a whole number: ends of numbers, and the wish that the oldest be paid. */
class PartOfANumberTest {

    private static final String ACCOUNT = "DE89370400440532013000";

    private final Desk desk = new Desk().debtor("C-100", "Bäckerei Sonnenschein GmbH", ACCOUNT);

    @Test
    void money_for_the_oldest_fills_them_in_the_order_of_their_due_dates() {
        desk.invoice("C-100", "RE-2026-00317", 30_000, "2026-02-10")
                .invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                .credit("C-100", "GS-2026-00012", 5_000);
        assertThat(told(desk.pays("P", 50_000, "Bitte auf älteste Rechnungen", null, ACCOUNT)
                        .only()))
                .containsExactly("RE-2026-00317 30000", "RE-2026-00417 20000");
    }

    @Test
    void who_asked_once_for_the_oldest_means_it_where_he_says_nothing() {
        desk.invoice("C-100", "RE-2026-00317", 30_000, "2026-02-10")
                .invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10");
        List<Match> matches = desk.pays("A", Desk.TODAY.minusDays(9), 25_000, null, "Zahlung", null, ACCOUNT)
                .pays("B", Desk.TODAY, 20_000, null, "Bitte auf älteste Rechnungen", null, ACCOUNT)
                .decide();
        assertThat(told(matches.get(0))).containsExactly("RE-2026-00317 25000");
        assertThat(told(matches.get(1))).containsExactly("RE-2026-00317 5000", "RE-2026-00417 15000");
    }

    @Test
    void money_for_the_oldest_that_is_less_than_the_oldest_pays_a_part_of_it() {
        desk.invoice("C-100", "RE-2026-00317", 30_000, "2026-02-10")
                .invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10");
        assertThat(told(desk.pays("P", 29_999, "on account, oldest first", null, ACCOUNT)
                        .only()))
                .containsExactly("RE-2026-00317 29999");
    }

    @Test
    void money_for_the_oldest_leaves_what_is_not_issued_yet() {
        desk.invoice("C-100", "RE-2026-00317", 30_000, "2026-02-10")
                .invoice("C-100", "RE-2026-00417", 48_000, "2026-04-20");
        Match match =
                desk.pays("P", 50_000, "älteste Rechnungen", null, ACCOUNT).only();
        assertThat(told(match)).doesNotContain("RE-2026-00417 20000");
    }

    @Test
    void a_serial_number_and_the_exact_amount_find_the_item_of_a_payer_whom_nobody_knows() {
        desk.invoice("C-100", "RE-2026-34757", 327_513, "2026-03-10");
        Match match = desk.pays("P", 327_513, "Rechnung 34757", "Kaya Factoring", null)
                .only();
        assertThat(told(match)).containsExactly("RE-2026-34757 327513");
        assertThat(match.stratum().naming()).isEqualTo(Stratum.Naming.WEAK);
    }

    @Test
    void a_serial_number_with_less_money_is_a_part_payment() {
        desk.invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                .invoice("C-100", "RE-2026-00517", 72_000, "2026-02-10");
        assertThat(told(desk.pays("P", 15_000, "Rg. 417", null, ACCOUNT).only()))
                .containsExactly("RE-2026-00417 15000");
    }

    @Test
    void three_digits_after_a_whole_number_may_tell_the_item_of_another_debtor_two_may_not() {
        desk.debtor("C-200", "Konditorei Mond GmbH", ACCOUNT)
                .invoice("C-100", "RE-2026-00417", 48_013, "2026-03-10")
                .invoice("C-200", "RE-2026-00518", 12_007, "2026-03-10");
        assertThat(told(desk.pays("P", 60_020, "RE-2026-00417, 518", null, ACCOUNT)
                        .only()))
                .containsExactly("RE-2026-00417 48013", "RE-2026-00518 12007");
        Desk other = new Desk()
                .debtor("C-100", "Bäckerei Sonnenschein GmbH", ACCOUNT)
                .debtor("C-200", "Konditorei Mond GmbH", ACCOUNT)
                .invoice("C-100", "RE-2026-00417", 48_013, "2026-03-10")
                .invoice("C-200", "RE-2026-00428", 12_007, "2026-03-10");
        assertThat(other.pays("P", 60_020, "RE-2026-00417, 28", null, ACCOUNT)
                        .only()
                        .stratum()
                        .naming())
                .isNotEqualTo(Stratum.Naming.NUMBERS);
    }

    @Test
    void a_reference_with_right_check_digits_in_the_text_that_is_none_of_ours_is_for_somebody_else() {
        for (int i = 0; i < 3; i++) {
            desk.referenced("C-100", "A-" + i, 70_000 + i, "2026-03-10", "RF18539007547034");
        }
        desk.invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10");
        int foreign = desk.pays("P", LocalDate.of(2026, 3, 20), 48_000, null, "RF45539007547033", null, ACCOUNT)
                .only()
                .score();
        int silent = new Desk()
                .debtor("C-100", "Bäckerei Sonnenschein GmbH", ACCOUNT)
                .invoice("C-100", "RE-2026-00417", 48_000, "2026-03-10")
                .pays("P", 48_000, "Zahlung", null, ACCOUNT)
                .only()
                .score();
        assertThat(foreign).isLessThan(silent);
    }

    private static List<String> told(Match match) {
        return match.parts().stream()
                .map(part -> part.item().number() + " " + part.amount())
                .sorted()
                .toList();
    }
}
