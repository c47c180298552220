package io.recoup.dunning.plan;

import io.recoup.money.Money;
import io.recoup.receivables.ItemId;
import java.util.Currency;
import java.util.List;

/**
 * What a letter asks for in one currency.
 *
 * @param total open amount of its items
 * @param fee fees charged with this letter, fixed sums among them
 * @param interest interest charged with this letter
 * @param earlierFees fees of earlier letters that are still unpaid
 * @param earlierInterest interest of earlier letters that is still unpaid
 * @param credit what is deducted: credit notes and unapplied money, where the creditor nets them; at most the total
 * @param fixedSums items for which a fixed sum is charged now, once each
 * @param noRate why interest is left out though the level asks for it; null = it is not
 */
public record Claim(
        Money total,
        Money fee,
        Money interest,
        Money earlierFees,
        Money earlierInterest,
        Money credit,
        List<ItemId> fixedSums,
        String noRate) {

    public Claim {
        fixedSums = List.copyOf(fixedSums);
    }

    public Currency currency() {
        return total.currency();
    }

    public Money fees() {
        return fee.plus(earlierFees);
    }

    public Money interests() {
        return interest.plus(earlierInterest);
    }

    public Money toPay() {
        return total.plus(fees()).plus(interests()).minus(credit);
    }
}
