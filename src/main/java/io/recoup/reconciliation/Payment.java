package io.recoup.reconciliation;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One payment to be matched.
 *
 * @param amount what is to be allocated; above zero
 * @param reference the structured reference as the bank gave it
 * @param remittance the payer's words
 * @param payer the debtor to whom the payer's account belongs, where exactly one is known
 * @param declined items that a person took this payment away from
 */
public record Payment(
        Money amount,
        @Nullable String reference,
        @Nullable String remittance,
        @Nullable DebtorId payer,
        Set<ItemId> declined) {}
