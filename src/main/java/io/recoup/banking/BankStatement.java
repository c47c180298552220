package io.recoup.banking;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One statement, report or notification of a file, told after its last entry.
 *
 * @param file name of the file, with {@code !/} and the name within where it came in a zip
 * @param format such as {@code camt.053.001.08}
 * @param currency ISO 4217 code of the account, or of its balance or first entry where the bank omits it
 * @param statement the bank's id of the statement
 * @param opening signed booked balance before the first entry; null where the file gives none
 * @param closing signed booked balance after the last entry; null where the file gives none
 * @param closedOn date of the closing balance
 * @param entries number of entries
 * @param transactions number of payment items given out for them, balancing ones included
 * @param credits sum of all credit entries in the statement's currency; null while that is unknown
 * @param debits sum of all debit entries in the statement's currency, unsigned
 * @param balanced whether opening plus all booked entries is closing; null where a balance is missing
 */
public record BankStatement(
        String file,
        String format,
        @Nullable String account,
        @Nullable String currency,
        @Nullable String statement,
        @Nullable Money opening,
        @Nullable Money closing,
        @Nullable LocalDate closedOn,
        int entries,
        int transactions,
        @Nullable Money credits,
        @Nullable Money debits,
        @Nullable Boolean balanced) {

    /** The same for the same statement in any file; another one as soon as its balances or sums differ. */
    public UUID identity() {
        return TransactionIdentity.of(this);
    }
}
