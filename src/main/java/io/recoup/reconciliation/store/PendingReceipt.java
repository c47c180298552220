package io.recoup.reconciliation.store;

import io.recoup.money.Money;
import io.recoup.reconciliation.match.MatchPayment;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Money that waits to be allocated.
 *
 * @param unapplied what is left of it; above zero
 * @param debtor whose it is, where that is known
 * @param waits why it still waits
 * @param declined items that a person took it away from
 * @param watched whether news of what could change its decision make it due again
 */
public record PendingReceipt(
        long id,
        LocalDate on,
        Money unapplied,
        @Nullable String reference,
        @Nullable String remittance,
        @Nullable String endToEndId,
        @Nullable String payerName,
        @Nullable String payerAccount,
        @Nullable Long debtor,
        String waits,
        Set<Long> declined,
        boolean watched) {

    public MatchPayment payment() {
        return payment(payerName, payerAccount);
    }

    /** The same payment with its payer's name or account left out of account. */
    public MatchPayment payment(@Nullable String name, @Nullable String account) {
        // ids of one length sort as text as they do as numbers
        return new MatchPayment(
                "%019d".formatted(id), on, unapplied, reference, remittance, endToEndId, name, account, declined);
    }
}
