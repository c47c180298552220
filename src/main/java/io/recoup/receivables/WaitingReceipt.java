package io.recoup.receivables;

import io.recoup.money.Money;

/**
 * Money that does not pay anything yet, as the reconciliation sees it.
 *
 * @param unapplied what is left of it; above zero
 * @param reference the structured reference the payer gave; may be null
 * @param remittance the payer's own words; may be null
 * @param payerAccount IBAN; may be null
 * @param waits why it still waits
 */
public record WaitingReceipt(
        ReceiptId id, Money unapplied, String reference, String remittance, String payerAccount, String waits) {}
