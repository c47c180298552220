package io.recoup.receivables;

import io.recoup.money.Money;
import java.time.LocalDate;

/**
 * Money received, before it is known what it pays.
 *
 * @param means transfer, agency, cash, card, cheque or direct_debit
 * @param key natural key, unique for ever: {@code bank:<transaction id>}, {@code agency:<agency>:<payment id>}
 * @param transaction the bank transaction it stands for; null when there is none
 * @param debtor null while unknown
 * @param receivedOn the bank's booking date, or the day it was received otherwise
 * @param waits why it is not allocated yet, in the collector's words
 */
public record ReceiptEntry(
        String means,
        String key,
        Long transaction,
        DebtorId debtor,
        Money amount,
        LocalDate receivedOn,
        String payerName,
        String payerAccount,
        String reference,
        String remittance,
        String endToEndId,
        String waits) {}
