package io.recoup.dunning.pack;

import io.recoup.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/**
 * The highest collection fee for an amount: each tier's percentage of the part of the amount that lies in it.
 *
 * @param tiers in ascending order, of one currency
 * @param abovePercent percent of what lies above the last tier, 0 to 100
 */
public record FeeScale(List<Tier> tiers, BigDecimal abovePercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param upTo end of the tier, inclusive
     * @param percent 0 to 100
     */
    public record Tier(Money upTo, BigDecimal percent) {

        public Tier {
            requirePercent(percent);
            if (!upTo.isPositive()) {
                throw new IllegalArgumentException("a tier must end above zero: " + upTo);
            }
        }
    }

    /** @throws IllegalArgumentException if the tiers do not ascend or mix currencies */
    public FeeScale {
        tiers = List.copyOf(tiers);
        requirePercent(abovePercent);
        for (int i = 1; i < tiers.size(); i++) {
            if (!tiers.get(i).upTo().exceeds(tiers.get(i - 1).upTo())) {
                throw new IllegalArgumentException(
                        "tier up to " + tiers.get(i).upTo() + " is not above the one before");
            }
        }
    }

    /** Whether the scale says anything of that currency; one without tiers is for all. */
    public boolean covers(Currency currency) {
        return tiers.isEmpty() || tiers.get(0).upTo().currency().equals(currency);
    }

    /**
     * Units: minor units of the amount's currency, rounded half up, once, at the end.
     *
     * @throws IllegalArgumentException if the amount is negative or of another currency
     */
    public Money on(Money amount) {
        if (amount.isNegative() || !covers(amount.currency())) {
            throw new IllegalArgumentException("no fee can be worked out on " + amount);
        }
        BigDecimal hundredfold = BigDecimal.ZERO;
        long below = 0;
        for (Tier tier : tiers) {
            long end = Math.min(amount.minor(), tier.upTo().minor());
            hundredfold = hundredfold.add(tier.percent().multiply(BigDecimal.valueOf(Math.max(0, end - below))));
            below = tier.upTo().minor();
        }
        hundredfold = hundredfold.add(abovePercent.multiply(BigDecimal.valueOf(Math.max(0, amount.minor() - below))));
        return new Money(hundredfold.divide(HUNDRED, 0, RoundingMode.HALF_UP).longValueExact(), amount.currency());
    }

    private static void requirePercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a fee is 0 to 100 percent: " + percent.toPlainString());
        }
    }
}
