package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import io.recoup.receivables.InvoiceEntry.Discount;
import io.recoup.receivables.ItemKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document, or one instalment of it, as matching sees it.
 *
 * @param id the caller's; unique within a book
 * @param debtor the debtor's key
 * @param number as printed on the document; instalments share it
 * @param instalment 0 for a whole document
 * @param open what is unpaid (of a credit note: unused); zero when settled, so that a text that names it is understood
 * @param reference the structured reference issued with it
 * @param orderReference the customer's order
 */
public record MatchItem(
        long id,
        String debtor,
        ItemKind kind,
        String number,
        int instalment,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money open,
        @Nullable String reference,
        @Nullable String orderReference,
        List<Discount> discounts) {

    public MatchItem {
        if (open.isNegative()) {
            throw new IllegalArgumentException("the open amount of " + number + " must not be below zero: " + open);
        }
        discounts = List.copyOf(discounts);
    }

    public boolean isCredit() {
        return kind == ItemKind.CREDIT_NOTE;
    }

    boolean isCharge() {
        return kind == ItemKind.FEE || kind == ItemKind.INTEREST;
    }

    /** Days from the due date to that day; negative before it. */
    long daysPastDue(LocalDate day) {
        return ChronoUnit.DAYS.between(dueOn, day);
    }
}
