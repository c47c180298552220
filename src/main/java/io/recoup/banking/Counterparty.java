package io.recoup.banking;

import org.jspecify.annotations.Nullable;

/**
 * The other side of a bank transaction, as far as the bank names it.
 *
 * @param name name as printed by the bank
 * @param account IBAN or the bank's own account number, without blanks
 * @param bic BIC of the other side's bank
 */
public record Counterparty(
        @Nullable String name,
        @Nullable String account,
        @Nullable String bic) {

    public static final Counterparty UNKNOWN = new Counterparty(null, null, null);
}
