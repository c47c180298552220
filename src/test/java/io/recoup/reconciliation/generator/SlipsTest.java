package io.recoup.reconciliation.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class SlipsTest {

    @Test
    void a_typo_changes_or_drops_one_digit() {
        assertThat(all(Slips::typo, "RE-26"))
                .hasSize(20)
                .contains("RE-25", "RE-6")
                .doesNotContain("RE-26");
    }

    @Test
    void a_transposition_needs_two_different_neighbours() {
        assertThat(all(Slips::transposed, "RE-112")).containsExactly("RE-121");
        assertThat(all(Slips::transposed, "7-7"))
                .as("else it is a typo")
                .isNotEmpty()
                .doesNotContain("7-7");
    }

    @Test
    void a_scanner_takes_digits_for_letters() {
        assertThat(all(Slips::misread, "RE-2015")).containsExactlyInAnyOrder("RE-201S", "RE-2OIS");
    }

    @Test
    void a_number_is_cut_from_the_front() {
        assertThat(all(Slips::cut, "RE-2026-00123")).containsExactlyInAnyOrder("2026-00123", "00123", "123");
        assertThat(all(Slips::cut, "2026/0123")).containsExactlyInAnyOrder("0123", "123");
        assertThat(all(Slips::cut, "F12345")).containsExactly("12345");
        assertThat(all(Slips::cut, "1004711")).containsExactly("04711");
        assertThat(all(Slips::cut, "123/2026/A")).containsExactly("123");
    }

    private static Set<String> all(BiFunction<String, Dice, String> slip, String number) {
        Set<String> outcomes = new HashSet<>();
        Dice dice = new Dice(5);
        for (int i = 0; i < 500; i++) {
            outcomes.add(slip.apply(number, dice));
        }
        return outcomes;
    }
}
