package io.recoup.dunning.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Nothing is told that is paid, held or covered; no letter comes twice, too soon or out of order; every item has its
 * reason; amounts add up: in 200 years of random policies and events. {@code -Drecoup.seed=N} plays one alone.
 */
class SimulatedYearTest {

    private static final int SEEDS = 200;
    private static final int DEBTORS = 3;

    @Test
    void no_year_breaks_a_promise() {
        Long only = Long.getLong("recoup.seed");
        SimulatedYear.Figures sum = SimulatedYear.Figures.NONE;
        for (long seed = only == null ? 1 : only; seed <= (only == null ? SEEDS : only); seed++) {
            sum = sum.plus(SimulatedYear.play(seed, DEBTORS));
        }
        assertThat(sum.letters()).as("%s", sum).isPositive();
    }
}
