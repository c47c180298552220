package io.recoup.dunning.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.money.Money;
import io.recoup.testing.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InterestTest {

    private static final LocalDate DUE = LocalDate.parse("2026-01-31");
    private static final BigDecimal TEN = new BigDecimal("0.10");
    private static final Rates RATES = new Rates(Map.of(
            "base",
            new RateTable(
                    "base",
                    "https://bank.example",
                    new TreeMap<>(Map.of(
                            LocalDate.parse("2026-01-01"), new BigDecimal("2"),
                            LocalDate.parse("2026-07-01"), new BigDecimal("4"))),
                    LocalDate.parse("2026-12-31"))));
    private static final InterestRule BASE_AND_EIGHT = new InterestRule("base", new BigDecimal("8"), false);

    @Test
    void a_hundred_at_ten_percent_for_fifteen_days_is_41_cents() {
        assertThat(Interest.on(euros("100.00"), TEN, DUE, DUE.plusDays(15))).isEqualTo(euros("0.41"));
        assertThat(Interest.on(euros("100.00"), BASE_AND_EIGHT, RATES, DUE, DUE.plusDays(15)))
                .isEqualTo(euros("0.41"));
    }

    @Test
    void the_due_date_itself_bears_none_and_the_last_day_does() {
        assertThat(Interest.on(euros("3650.00"), TEN, DUE, DUE)).isEqualTo(euros("0.00"));
        assertThat(Interest.on(euros("3650.00"), TEN, DUE, DUE.plusDays(1))).isEqualTo(euros("1.00"));
        assertThat(Interest.on(euros("3650.00"), TEN, DUE, DUE.plusDays(365))).isEqualTo(euros("365.00"));
        assertThat(Interest.on(euros("3650.00"), BigDecimal.ZERO, DUE, DUE.plusDays(365)))
                .isEqualTo(euros("0.00"));
    }

    @Test
    void half_a_cent_is_rounded_up_and_less_down() {
        assertThat(Interest.on(euros("18.25"), TEN, DUE, DUE.plusDays(1))).isEqualTo(euros("0.01"));
        assertThat(Interest.on(euros("18.24"), TEN, DUE, DUE.plusDays(1))).isEqualTo(euros("0.00"));
        assertThat(Interest.on(Money.parse("1825", "JPY"), TEN, DUE, DUE.plusDays(1)))
                .isEqualTo(Money.parse("1", "JPY"));
    }

    @Test
    void each_day_bears_the_rate_of_its_half_year() {
        LocalDate due = LocalDate.parse("2026-06-29");
        // 10 % for one day, 12 % for one
        assertThat(Interest.on(euros("3650.00"), BASE_AND_EIGHT, RATES, due, due.plusDays(1)))
                .isEqualTo(euros("1.00"));
        assertThat(Interest.on(euros("3650.00"), BASE_AND_EIGHT, RATES, due, due.plusDays(2)))
                .isEqualTo(euros("2.20"));
        InterestRule firstDay = new InterestRule("base", new BigDecimal("8"), true);
        assertThat(Interest.on(euros("3650.00"), firstDay, RATES, due, due.plusDays(2)))
                .isEqualTo(euros("2.00"));
        assertThat(Interest.on(euros("3650.00"), InterestRule.fixed(new BigDecimal("5")), RATES, due, due.plusDays(2)))
                .isEqualTo(euros("1.00"));
    }

    @Test
    void a_day_without_a_rate_is_named_with_its_table() {
        assertThat(RATES.yearlyPercent("base", LocalDate.parse("2026-12-31"))).isEqualTo("4");
        assertThatThrownBy(() -> RATES.yearlyPercent("base", LocalDate.parse("2027-01-01")))
                .isInstanceOf(NoRate.class)
                .hasMessageContaining("'base'")
                .hasMessageContaining("2027-01-01");
        assertThatThrownBy(() -> RATES.yearlyPercent("base", LocalDate.parse("2025-12-31")))
                .isInstanceOf(NoRate.class);
        assertThatThrownBy(() -> RATES.yearlyPercent("other", DUE))
                .isInstanceOf(NoRate.class)
                .hasMessageContaining("'other'");
        LocalDate december = LocalDate.parse("2026-12-01");
        assertThat(Interest.on(euros("1.00"), BASE_AND_EIGHT, RATES, december, LocalDate.parse("2026-12-31")))
                .isEqualTo(euros("0.01"));
        assertThatThrownBy(() ->
                        Interest.on(euros("1.00"), BASE_AND_EIGHT, RATES, december, LocalDate.parse("2027-01-01")))
                .isInstanceOf(NoRate.class);
    }

    @Test
    void what_is_not_due_or_negative_bears_no_interest() {
        assertThatThrownBy(() -> Interest.on(euros("1.00"), TEN, DUE, DUE.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interest.on(euros("1.00"), BASE_AND_EIGHT, RATES, DUE, DUE.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interest.on(euros("1.00"), TEN.negate(), DUE, DUE.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interest.on(euros("-1.00"), TEN, DUE, DUE.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
        InterestRule farBelow = new InterestRule("base", new BigDecimal("-2.01"), false);
        assertThatThrownBy(() -> Interest.on(euros("1.00"), farBelow, RATES, DUE, DUE.plusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_sum_over_single_days_rounded_once_is_the_same() {
        Seeds.forEach(500, random -> {
            Money principal = Money.of(random.nextInt(1_000_000_000), "EUR");
            LocalDate due = LocalDate.parse("2026-01-01").plusDays(random.nextInt(180));
            LocalDate until = due.plusDays(random.nextInt(180));
            BigDecimal percents = due.plusDays(1)
                    .datesUntil(until.plusDays(1))
                    .map(day -> RATES.yearlyPercent("base", day).add(new BigDecimal("8")))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            long minor = BigDecimal.valueOf(principal.minor())
                    .multiply(percents)
                    .divide(new BigDecimal("36500"), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            assertThat(Interest.on(principal, BASE_AND_EIGHT, RATES, due, until))
                    .isEqualTo(Money.of(minor, "EUR"));
        });
    }

    private static Money euros(String amount) {
        return Money.parse(amount, "EUR");
    }
}
