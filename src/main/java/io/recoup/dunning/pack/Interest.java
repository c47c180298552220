package io.recoup.dunning.pack;

import io.recoup.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Interest a late debtor owes on one open item.
 *
 * <p>Units: days run from the day after the due date to {@code until} inclusive, over a 365-day year, in leap years
 * too. The result is in the principal's minor units, rounded half up, once, at the end. Calculated exactly in decimals.
 *
 * <p>Source: simple, not compound, per Directive 2011/7/EU art. 2(6) and § 289 BGB; the day count is our own.
 */
public final class Interest {

    private static final BigDecimal DAYS_OF_YEAR = BigDecimal.valueOf(365);
    private static final BigDecimal PERCENT_DAYS_OF_YEAR = BigDecimal.valueOf(36_500);

    private Interest() {}

    /**
     * At one rate.
     *
     * @param yearlyFraction 0.1015 for 10.15 % a year
     * @throws IllegalArgumentException if {@code until} is before the due date, or the principal or the rate is negative
     */
    public static Money on(Money principal, BigDecimal yearlyFraction, LocalDate dueOn, LocalDate until) {
        long days = days(principal, dueOn, until);
        if (yearlyFraction.signum() < 0) {
            throw new IllegalArgumentException("the rate must not be negative: " + yearlyFraction.toPlainString());
        }
        return rounded(principal, yearlyFraction.multiply(BigDecimal.valueOf(days)), DAYS_OF_YEAR);
    }

    /**
     * At the rate that the rule gives each day.
     *
     * @throws IllegalArgumentException if {@code until} is before the due date, or the principal or a rate is negative
     * @throws NoRate if the base rate of a day is not known
     */
    public static Money on(Money principal, InterestRule rule, Rates rates, LocalDate dueOn, LocalDate until) {
        days(principal, dueOn, until);
        BigDecimal percentDays = BigDecimal.ZERO;
        LocalDate day = dueOn.plusDays(1);
        while (!day.isAfter(until)) {
            BigDecimal percent = rule.yearlyPercent(rates, day);
            LocalDate last = rule.lastDayOfRateOn(rates, day);
            LocalDate end = last.isBefore(until) ? last : until;
            long days = ChronoUnit.DAYS.between(day, end) + 1;
            percentDays = percentDays.add(percent.multiply(BigDecimal.valueOf(days)));
            day = end.plusDays(1);
        }
        return rounded(principal, percentDays, PERCENT_DAYS_OF_YEAR);
    }

    private static long days(Money principal, LocalDate dueOn, LocalDate until) {
        if (until.isBefore(dueOn)) {
            throw new IllegalArgumentException("no interest until " + until + ": not due before " + dueOn);
        }
        if (principal.isNegative()) {
            throw new IllegalArgumentException("no interest on a negative amount: " + principal);
        }
        return ChronoUnit.DAYS.between(dueOn, until);
    }

    private static Money rounded(Money principal, BigDecimal rateDays, BigDecimal rateDaysOfYear) {
        BigDecimal minor = BigDecimal.valueOf(principal.minor())
                .multiply(rateDays)
                .divide(rateDaysOfYear, 0, RoundingMode.HALF_UP);
        return new Money(minor.longValueExact(), principal.currency());
    }
}
