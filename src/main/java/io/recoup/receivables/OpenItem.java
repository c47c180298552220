package io.recoup.receivables;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One unpaid document, or instalment of one, on a debtor's account: what the trade calls an open item.
 *
 * @param number the document's number as printed on it; instalments share their document's number
 * @param instalment 0 for a whole document, else 1, 2, … in order of their due dates
 * @param original gross amount at issue; above zero
 * @param open what is still unpaid (of a credit note: still unused); zero once settled, never more than {@code original}
 * @param issuedOn date of issue
 * @param dueOn last day to pay without arrears, in the creditor's time zone
 * @param reference the issued structured reference without separators, upper case; null when none was issued
 * @param source the system that owns the document
 */
public record OpenItem(
        ItemId id,
        DebtorId debtor,
        ItemKind kind,
        String number,
        int instalment,
        Money original,
        Money open,
        LocalDate issuedOn,
        LocalDate dueOn,
        String reference,
        String source) {

    /** Source of the items that recoup itself makes. */
    public static final String OWN_SOURCE = "recoup";

    public OpenItem {
        if (!original.isPositive()) {
            throw new IllegalArgumentException("original amount must be above zero: " + original);
        }
        if (open.isNegative() || open.exceeds(original)) {
            throw new IllegalArgumentException("open amount must lie within 0 and " + original + ": " + open);
        }
    }

    /** Counted from the due date: 0 on the last day to pay, negative before it. */
    public long daysPastDue(LocalDate today) {
        return ChronoUnit.DAYS.between(dueOn, today);
    }

    /** Counted from the issue date. */
    public long daysSinceIssue(LocalDate today) {
        return ChronoUnit.DAYS.between(issuedOn, today);
    }

    /** A fee or interest that a letter of ours charged: it follows the documents and is never reminded of by itself. */
    public boolean isOwnCharge() {
        return source.equals(OWN_SOURCE);
    }

    public boolean isSettled() {
        return open.isZero();
    }
}
