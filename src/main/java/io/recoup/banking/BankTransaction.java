package io.recoup.banking;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One payment item of a bank statement: a transaction of a batch entry, a whole entry without details, or what is
 * left of an entry when its details do not add up.
 *
 * @param account IBAN or number of our account, without blanks; null where the bank names none
 * @param statement the bank's id of the statement
 * @param bookedOn booking date as the bank writes it; where it writes none that of the closing
 *     balance, the value date, the settlement date or the statement's creation, in this order
 * @param valueOn value date
 * @param reversal whether this booking takes back an earlier one (a storno, or a returned debit)
 * @param balancing whether this is the rest of an entry that its details leave unexplained: charges, mostly. Never
 *     matched, kept so that the items of a statement add up to its balance
 * @param amount zero or above; {@code direction} carries the sign
 * @param reference the first structured creditor reference
 * @param remittance unstructured text; the pieces the bank gives stand on lines of their own, because only the
 *     reader of an invoice number can know whether two pieces belong together
 * @param bankId the bank's own id, unique at best per account and day
 * @param occurrence 1 for the first transaction with this content in its statement, 2 for the next equal one, …
 */
public record BankTransaction(
        @Nullable String account,
        @Nullable String statement,
        @Nullable LocalDate bookedOn,
        @Nullable LocalDate valueOn,
        EntryStatus status,
        Direction direction,
        boolean reversal,
        boolean balancing,
        Money amount,
        Counterparty counterparty,
        @Nullable String endToEndId,
        @Nullable String reference,
        @Nullable String remittance,
        @Nullable String bankId,
        int occurrence) {

    public BankTransaction {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(counterparty, "counterparty");
        if (amount.isNegative()) {
            throw new IllegalArgumentException(
                    "amount must not be below zero, the direction carries the sign: " + amount);
        }
        if (occurrence < 1) {
            throw new IllegalArgumentException("occurrence counts from 1: " + occurrence);
        }
    }

    /** The same, told by a message that is not the account's book of record. What is not booked stays as it is. */
    public BankTransaction asAdvice() {
        if (status != EntryStatus.BOOKED) {
            return this;
        }
        return new BankTransaction(
                account,
                statement,
                bookedOn,
                valueOn,
                EntryStatus.ADVICE,
                direction,
                reversal,
                balancing,
                amount,
                counterparty,
                endToEndId,
                reference,
                remittance,
                bankId,
                occurrence);
    }

    public String currency() {
        return amount.currencyCode();
    }

    /** The amount with the sign it has on the account. */
    public Money signed() {
        return direction == Direction.DEBIT ? amount.negated() : amount;
    }

    /** What makes this transaction itself in whichever file it comes again; see {@link TransactionIdentity}. */
    public UUID identity() {
        return TransactionIdentity.of(this);
    }
}
