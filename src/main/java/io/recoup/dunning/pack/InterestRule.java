package io.recoup.dunning.pack;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The rate of interest that a late debtor owes.
 *
 * @param baseRate name of a rate table; null = a fixed rate
 * @param percent percentage points above the base rate; without one, percent a year
 * @param fixedFromFirstDay whether the base rate of the first day of interest stays until payment; otherwise each day
 *     has its own
 */
public record InterestRule(String baseRate, BigDecimal percent, boolean fixedFromFirstDay) {

    /** @throws IllegalArgumentException if a fixed rate is negative */
    public InterestRule {
        if (baseRate == null && percent.signum() < 0) {
            throw new IllegalArgumentException("a rate must not be negative: " + percent.toPlainString());
        }
    }

    public static InterestRule fixed(BigDecimal yearlyPercent) {
        return new InterestRule(null, yearlyPercent, true);
    }

    /**
     * Percent a year on one day of interest.
     *
     * @throws NoRate if the base rate of that day is not known
     * @throws IllegalArgumentException if the base rate is so negative that the whole is
     */
    public BigDecimal yearlyPercent(Rates rates, LocalDate day) {
        BigDecimal whole =
                baseRate == null ? percent : rates.yearlyPercent(baseRate, day).add(percent);
        if (whole.signum() < 0) {
            throw new IllegalArgumentException("interest on " + day + " would be negative: " + whole.toPlainString());
        }
        return whole;
    }

    LocalDate lastDayOfRateOn(Rates rates, LocalDate day) {
        return baseRate == null || fixedFromFirstDay
                ? LocalDate.MAX
                : rates.table(baseRate, day).lastDayOfRateOn(day);
    }
}
