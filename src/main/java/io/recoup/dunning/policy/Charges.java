package io.recoup.dunning.policy;

import io.recoup.money.Money;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What a level charges beside the debt.
 *
 * @param fee fixed fee per currency; empty = none
 * @param feePercent of the items in the letter, in percent; null = none
 * @param feeByPack the fee scale of the debtor's policy pack; no fee where it has none
 * @param fixedSumByPack the fixed sum of the debtor's policy pack (such as the EU's 40 euro), once per item
 * @param yearlyPercent yearly interest in percent, such as 10.00; null = none
 * @param interestByPack interest at the rate of the debtor's policy pack
 */
public record Charges(
        Map<String, Money> fee,
        BigDecimal feePercent,
        boolean feeByPack,
        boolean fixedSumByPack,
        BigDecimal yearlyPercent,
        boolean interestByPack) {

    public static final Charges NONE = new Charges(Map.of(), null, false, false, null, false);

    public Charges {
        fee = Map.copyOf(fee);
        if (feePercent != null && feePercent.signum() < 0 || yearlyPercent != null && yearlyPercent.signum() < 0) {
            throw new IllegalArgumentException("percentages must not be negative");
        }
    }

    public boolean hasFee() {
        return !fee.isEmpty() || feePercent != null || feeByPack || fixedSumByPack;
    }

    public boolean hasInterest() {
        return yearlyPercent != null || interestByPack;
    }
}
