package io.recoup.followup;

import io.recoup.money.Money;
import java.time.LocalDate;

/**
 * What a debtor said it would pay.
 *
 * @param until last day on which it will have paid, inclusive
 * @param amount above zero; null = all that is due
 */
public record PromiseToPay(LocalDate until, Money amount) {

    public PromiseToPay {
        if (until == null) {
            throw new RefusedTask(RefusedTask.Why.PROMISE_DAY);
        }
        if (amount != null && !amount.isPositive()) {
            throw new RefusedTask(RefusedTask.Why.PROMISE_NOT_POSITIVE, amount);
        }
    }
}
