package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How sure a decision is, from its signs. */
class ConfidenceTest {

    private static final Stratum KIND = Stratum.of("number/exact/account");

    private static final String TABLE = """
            # what is asked after a yes stands first
            kind,number/exact/account
            start,4000
            0,items,up to 1
            1,twin,nothing
            2,,250
            2,,-3000
            1,open,up to 10
            2,open,up to 3
            3,,-10
            3,,-20
            2,,-40
            0,,5
            """;

    @Test
    void questions_are_asked_until_there_are_points_and_those_of_all_trees_add_up() {
        Confidence confidence = Confidence.read(new StringReader(TABLE));
        assertThat(confidence.of(signs(Map.of(Sign.ITEMS, 1L)), 0)).isEqualTo(4_255);
        assertThat(confidence.of(signs(Map.of(Sign.ITEMS, 1L, Sign.TWIN, 0L)), 0))
                .as("a sign that says something is no sign that says nothing")
                .isEqualTo(1_005);
        assertThat(confidence.of(signs(Map.of(Sign.ITEMS, 2L, Sign.OPEN, 3L)), 0))
                .isEqualTo(3_995);
        assertThat(confidence.of(signs(Map.of(Sign.ITEMS, 2L, Sign.OPEN, 4L)), 0))
                .isEqualTo(3_985);
        assertThat(confidence.of(signs(Map.of(Sign.ITEMS, 2L, Sign.OPEN, 11L)), 0))
                .isEqualTo(3_965);
    }

    @Test
    void nothing_is_surer_than_the_most() {
        Confidence confidence = Confidence.read(new StringReader("kind,number/exact/account\nstart,10001\n"));
        assertThat(confidence.of(signs(Map.of()), 0)).isEqualTo(Confidence.MOST);
    }

    @Test
    void a_kind_that_was_never_counted_is_at_best_as_likely_right_as_wrong() {
        Confidence confidence = Confidence.read(new StringReader("kind,number/exact/name\nstart,5000\n"));
        assertThat(confidence.of(signs(Map.of()), 9_000)).isZero();
        assertThat(confidence.of(signs(Map.of()), -900)).isEqualTo(-900);
    }

    @Test
    void a_table_that_asks_for_what_is_no_sign_or_has_no_such_band_is_refused() {
        assertThatThrownBy(() -> Confidence.read(new StringReader("0,weather,up to 3\n")))
                .hasMessageContaining("weather");
        assertThatThrownBy(() -> Confidence.read(new StringReader("0,items,up to 4\n")))
                .hasMessageContaining("items has no band up to 4");
    }

    @Test
    void the_shipped_table_asks_only_until_there_are_points() {
        Random random = new Random(20261128);
        for (int round = 0; round < 10_000; round++) {
            int[] bands = Arrays.stream(Sign.values())
                    .mapToInt(sign -> random.nextInt(sign.bands() + 1) - 1)
                    .toArray();
            assertThat(Confidence.SHIPPED.of(new Signs(KIND, bands), 0)).isBetween(-30_000, Confidence.MOST);
        }
    }

    @Test
    void a_band_ends_with_its_last_value() {
        assertThat(Sign.OVERDUE.bandName(Sign.OVERDUE.band(3))).isEqualTo("up to 3");
        assertThat(Sign.OVERDUE.bandName(Sign.OVERDUE.band(4))).isEqualTo("up to 20");
        assertThat(Sign.OVERDUE.bandName(Sign.OVERDUE.band(201))).isEqualTo("above 200");
    }

    @Test
    void each_form_of_a_set_and_each_kind_of_naming_is_a_band_of_its_own() {
        assertThat(Arrays.stream(Reading.Form.values())
                        .map(form -> Sign.FORM.band(form.ordinal()))
                        .distinct())
                .hasSize(Reading.Form.values().length);
        assertThat(Sign.NAMED_BY.band(WeakNaming.SERIAL)).isNotEqualTo(Sign.NAMED_BY.band(WeakNaming.SLIP));
        assertThat(Sign.NAMED_BY.band(WeakNaming.END)).isNotEqualTo(Sign.NAMED_BY.band(WeakNaming.TWIN));
    }

    private static Signs signs(Map<Sign, Long> values) {
        int[] bands = new int[Sign.values().length];
        Arrays.fill(bands, Confidence.NOTHING);
        values.forEach((sign, value) -> bands[sign.ordinal()] = sign.band(value));
        return new Signs(KIND, bands);
    }
}
