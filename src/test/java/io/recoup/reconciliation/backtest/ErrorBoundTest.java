package io.recoup.reconciliation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorBoundTest {

    /** The 95 % quantiles of a beta distribution with errors + 1 and trials - errors. */
    @ParameterizedTest
    @CsvSource({
        "1, 10, 0.39416330243650466",
        "9, 10, 0.9948838031081763",
        "5, 100, 0.1022533776432745",
        "0, 3000, 0.0009980790119965865",
        "3, 20000, 0.00038763675578637095"
    })
    void is_the_exact_bound(long errors, long trials, double expected) {
        assertThat(ErrorBound.upper(errors, trials)).isEqualTo(expected, within(1e-12));
    }

    @Test
    void without_an_error_it_is_the_rate_at_which_none_shows_once_in_twenty_times() {
        for (int trials : new int[] {1, 59, 2_995}) {
            assertThat(Math.pow(1 - ErrorBound.upper(0, trials), trials)).isEqualTo(0.05, within(1e-12));
        }
    }

    @Test
    void nothing_is_known_without_trials_and_when_all_are_wrong() {
        assertThat(ErrorBound.upper(0, 0)).isEqualTo(1);
        assertThat(ErrorBound.upper(7, 7)).isEqualTo(1);
    }

    @Test
    void there_are_no_more_errors_than_trials() {
        assertThatThrownBy(() -> ErrorBound.upper(2, 1)).hasMessage("2 errors of 1");
    }
}
