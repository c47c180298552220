package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How sure a decision is, from its signs. */
class ConfidenceTest {

    private static final Stratum KIND = Stratum.of("number/exact/account");

    @Test
    void a_kind_starts_somewhere_and_each_sign_adds_or_takes_away() {
        Confidence confidence = Confidence.read(new StringReader("""
                # kind of evidence,sign,band,points
                number/exact/account,start,,4000
                number/exact,items,up to 1,250
                number/exact,twin,up to 1,-3000
                """));
        assertThat(confidence.of(signs(Sign.ITEMS, 1), 0)).isEqualTo(4_250);
        assertThat(confidence.of(signs(Sign.ITEMS, 2), 0)).isEqualTo(4_000);
        assertThat(confidence.of(signs(Sign.TWIN, 0), 0)).isEqualTo(4_000);
        assertThat(confidence.of(signs(Sign.TWIN, 1), 0)).isEqualTo(1_000);
    }

    @Test
    void nothing_is_surer_than_the_most() {
        Confidence confidence = Confidence.read(new StringReader("number/exact/account,start,,10001\n"));
        assertThat(confidence.of(signs(Sign.ITEMS, 1), 0)).isEqualTo(Confidence.MOST);
    }

    @Test
    void a_kind_that_was_never_counted_is_at_best_as_likely_right_as_wrong() {
        Confidence confidence = Confidence.read(new StringReader("number/exact/name,start,,5000\n"));
        assertThat(confidence.of(signs(Sign.ITEMS, 1), 9_000)).isZero();
        assertThat(confidence.of(signs(Sign.ITEMS, 1), -900)).isEqualTo(-900);
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

    private static Signs signs(Sign sign, long value) {
        int[] bands = new int[Sign.values().length];
        Arrays.fill(bands, -1);
        bands[sign.ordinal()] = sign.band(value);
        return new Signs(KIND, bands);
    }
}
