package io.recoup.dunning.simulation;

import io.recoup.dunning.plan.Claim;
import io.recoup.dunning.plan.Reason;
import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What the policy does, or with {@code rest} and {@code wait} why it does nothing.
 *
 * @param action notice, task, fee, interest, referral or reset; rest or wait
 * @param procedure null where none applies
 * @param level null where none applies
 * @param items numbers of the documents
 */
public record SimulatedAction(
        LocalDate on,
        String action,
        String debtor,
        String procedure,
        String level,
        List<String> items,
        List<Amount> amounts,
        Reason reason) {

    /**
     * @param total open amount of the items
     * @param fee fees asked for beside it
     * @param interest interest asked for beside it
     */
    public record Amount(String currency, String total, String fee, String interest) {

        static Amount told(Claim claim) {
            return of(claim.total(), claim.fees(), claim.interests());
        }

        static Amount of(Money total, Money fee, Money interest) {
            return new Amount(total.currencyCode(), total.toDecimal(), fee.toDecimal(), interest.toDecimal());
        }
    }

    public SimulatedAction {
        items = List.copyOf(items);
        amounts = List.copyOf(amounts);
    }

    /** Everything but the reason: two policies do the same when these are equal. */
    String deed() {
        return on + "|" + action + "|" + debtor + "|" + procedure + "|" + level + "|" + items + "|" + amounts;
    }
}
