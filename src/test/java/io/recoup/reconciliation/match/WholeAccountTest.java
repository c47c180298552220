package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found in an account with many open items. */
class WholeAccountTest {

    private static final String ACCOUNT = "DE89370400440532013000";

    private final Desk desk = new Desk().debtor("C-100", "Bäckerei Sonnenschein GmbH", ACCOUNT);

    @BeforeEach
    void sixty_items_have_long_been_due() {
        for (int i = 0; i < 60; i++) {
            desk.invoice("C-100", "RE-2025-01" + (100 + i), 71_003 + 1_717L * i, "2025-11-" + (10 + i % 20));
        }
    }

    @Test
    void three_items_that_are_due_about_the_day_are_found_by_their_sum() {
        desk.invoice("C-100", "RE-2026-00317", 20_011, "2026-03-14")
                .invoice("C-100", "RE-2026-00318", 30_522, "2026-03-16")
                .invoice("C-100", "RE-2026-00319", 44_444, "2026-03-17")
                .invoice("C-100", "RE-2026-00320", 50_637, "2026-03-19");
        assertThat(numbers(desk.pays("P", 20_011 + 30_522 + 50_637, "Zahlung", null, ACCOUNT)
                        .only()))
                .containsExactlyInAnyOrder("RE-2026-00317", "RE-2026-00318", "RE-2026-00320");
    }

    @Test
    void what_a_list_cut_off_no_longer_names_is_looked_for_among_what_is_due_beside_it() {
        desk.invoice("C-100", "RE-2026-00317", 20_011, "2026-03-14")
                .invoice("C-100", "RE-2026-00318", 30_522, "2026-03-16")
                .invoice("C-100", "RE-2026-00319", 44_444, "2026-03-17")
                .invoice("C-100", "RE-2026-00320", 50_637, "2026-03-19");
        long all = 20_011 + 30_522 + 44_444 + 50_637;
        assertThat(numbers(desk.pays("P", all, "RE-2026-00317, RE-2026-00318, RE-2026-", null, ACCOUNT)
                        .only()))
                .hasSize(4);
    }

    @Test
    void an_end_to_end_id_that_names_nothing_of_ours_says_nothing() {
        desk.invoice("C-100", "RE-2026-00317", 20_011, "2026-03-14");
        assertThat(score("E2E157851750")).isEqualTo(score(null)).isEqualTo(score("NOTPROVIDED"));
    }

    @Test
    void an_end_to_end_id_may_name_what_is_paid() {
        desk.invoice("C-100", "RE-2026-00317", 20_011, "2026-03-14");
        assertThat(score("RE-2026-00317")).isGreaterThan(score(null));
    }

    @Test
    void a_reference_with_a_slip_is_found_where_the_payer_is_known() {
        desk.referenced("C-100", "RE-2026-00317", 20_011, "2026-03-14", "RF18539007547034")
                .referenced("C-100", "RE-2026-00318", 20_011, "2026-03-15", "RF10000000000066");
        Match match = desk.pays("P", Desk.TODAY, 20_011, "RF10000000000067", null, null, ACCOUNT)
                .only();
        assertThat(numbers(match)).containsExactly("RE-2026-00318");
        assertThat(match.stratum().naming()).isEqualTo(Stratum.Naming.WEAK);
    }

    private int score(String endToEndId) {
        MatchPayment payment = new MatchPayment(
                "P",
                LocalDate.of(2026, 3, 15),
                Money.of(20_011, "EUR"),
                null,
                "Zahlung",
                endToEndId,
                null,
                ACCOUNT,
                Set.of());
        return Matching.decide(desk.book(), List.of(payment), MatchPolicy.of(Thresholds.shipped()))
                .matches()
                .get(0)
                .score();
    }

    private static List<String> numbers(Match match) {
        return match.parts().stream().map(part -> part.item().number()).toList();
    }
}
