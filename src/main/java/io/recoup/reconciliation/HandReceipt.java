package io.recoup.reconciliation;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Money that a person enters.
 *
 * @param key what makes it itself: the same key entered twice is one receipt
 * @param means cash, card, cheque, transfer or direct_debit
 * @param parts what it pays; empty = the debtor's items due first, as far as it reaches
 * @param note number of the cheque, of the slip, …
 */
public record HandReceipt(
        String key,
        String means,
        DebtorId debtor,
        Money amount,
        LocalDate receivedOn,
        List<Part> parts,
        @Nullable String note) {

    private static final Set<String> MEANS = Set.of("cash", "card", "cheque", "transfer", "direct_debit");

    public HandReceipt {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a receipt entered by hand needs a key");
        }
        if (!MEANS.contains(means)) {
            throw new IllegalArgumentException("means must be one of " + MEANS + ": " + means);
        }
        if (!amount.isPositive()) {
            throw new RefusedReview(RefusedReview.Why.NOT_POSITIVE, amount);
        }
        parts = List.copyOf(parts);
    }
}
