package io.recoup.banking;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** One statement while it is read: its head, its balances and the running sums that must lead from one to the other. */
final class CamtStatement {

    private final Occurrences occurrences = new Occurrences();

    @Nullable
    String id;

    @Nullable
    String account;

    /** The last resort for entries without any date. */
    @Nullable
    LocalDate createdOn;

    private @Nullable String currencyCode;
    private @Nullable Money opening;
    private boolean openingIsBooked;
    private @Nullable Money closing;

    @Nullable
    LocalDate closedOn;

    private @Nullable Currency currency;
    private int entries;
    private int transactions;
    private long credits;
    private long debits;
    private long booked;
    private boolean complete;

    void clear() {
        occurrences.clear();
        id = null;
        account = null;
        createdOn = null;
        currencyCode = null;
        opening = null;
        openingIsBooked = false;
        closing = null;
        closedOn = null;
        currency = null;
        entries = 0;
        transactions = 0;
        credits = 0;
        debits = 0;
        booked = 0;
        complete = true;
    }

    void accountCurrency(@Nullable String code) {
        currencyCode = code;
        currency = code == null ? null : Money.zero(Money.currencyOf(code)).currency();
    }

    /** Takes the balances that booked entries lead between; of several pages' the first opening and the last closing. */
    void balance(@Nullable String kind, Money signed, @Nullable LocalDate day) {
        if ("OPBD".equals(kind) && !openingIsBooked) {
            opening = signed;
            openingIsBooked = true;
        } else if ("PRCD".equals(kind) && opening == null) {
            opening = signed;
        } else if ("CLBD".equals(kind)) {
            closing = signed;
            closedOn = day;
        } else {
            return;
        }
        if (currency == null) {
            currency = signed.currency();
        }
    }

    /** @throws IllegalArgumentException if the sums outgrow a {@code long} of minor units */
    void entry(CamtEntry entry) {
        entries++;
        if (entry.broken) {
            complete = false;
            return;
        }
        if (currency == null) {
            currency = entry.amount.currency;
        }
        if (currency == null || !currency.equals(entry.amount.currency)) {
            complete = false;
            return;
        }
        try {
            if (entry.direction == Direction.DEBIT) {
                debits = Math.addExact(debits, entry.amount.minor);
            } else {
                credits = Math.addExact(credits, entry.amount.minor);
            }
            if (entry.status == EntryStatus.BOOKED) {
                booked = Math.addExact(booked, entry.signed());
            }
        } catch (ArithmeticException tooLarge) {
            complete = false;
            throw new IllegalArgumentException("the sum of all entries is too large", tooLarge);
        }
    }

    int occurrence(long fingerprint) {
        transactions++;
        return occurrences.next(fingerprint);
    }

    BankStatement told(String file, String format) {
        return new BankStatement(
                file,
                format,
                account,
                currency == null ? currencyCode : currency.getCurrencyCode(),
                id,
                opening,
                closing,
                closedOn,
                entries,
                transactions,
                currency == null ? null : new Money(credits, currency),
                currency == null ? null : new Money(debits, currency),
                balanced());
    }

    private @Nullable Boolean balanced() {
        if (opening == null || closing == null) {
            return null;
        }
        return complete
                && opening.currency().equals(closing.currency())
                && opening.currency().equals(currency)
                && closing.minor() - opening.minor() == booked;
    }
}
