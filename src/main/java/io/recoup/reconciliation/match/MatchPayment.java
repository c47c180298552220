package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in.
 *
 * @param key unique among the payments
 * @param amount what is to be allocated; above zero
 * @param reference the structured reference as the bank gave it
 * @param remittance the payer's words, the bank's pieces on lines of their own
 * @param declined items that a person took this payment away from
 */
public record MatchPayment(
        String key,
        LocalDate on,
        Money amount,
        @Nullable String reference,
        @Nullable String remittance,
        @Nullable String endToEndId,
        @Nullable String payerName,
        @Nullable String payerAccount,
        Set<Long> declined) {

    /** Older money first; one order for any order of arrival. */
    static final Comparator<MatchPayment> OLDEST_FIRST =
            Comparator.comparing(MatchPayment::on).thenComparing(MatchPayment::key);

    public MatchPayment {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("the amount of payment " + key + " must be above zero: " + amount);
        }
        declined = Set.copyOf(declined);
    }
}
