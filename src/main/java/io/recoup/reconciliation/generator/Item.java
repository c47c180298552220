package io.recoup.reconciliation.generator;

import io.recoup.receivables.ItemKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document that we issued, and what is still open of it while payments come in. Amounts in minor units. */
final class Item {

    final Debtor debtor;
    final ItemKind kind;
    final String number;
    final long serial;
    final LocalDate issuedOn;
    final LocalDate dueOn;
    final long total;
    final @Nullable String reference;
    final @Nullable String order;
    final List<Instalment> instalments = new ArrayList<>();

    /** For credit notes: the document that it corrects. */
    @Nullable
    String corrects;

    /** Whether it is in the list of open items; else it was settled before. */
    boolean listed = true;

    /** What is open of it in the list. */
    long openInList;

    /** What is open of it now; a credit note's, too, is above zero until used. */
    long open;

    /** @param amount minor units */
    record Instalment(int number, LocalDate dueOn, long amount) {}

    Item(
            Debtor debtor,
            ItemKind kind,
            String number,
            long serial,
            LocalDate issuedOn,
            LocalDate dueOn,
            long total,
            @Nullable String reference,
            @Nullable String order) {
        this.debtor = debtor;
        this.kind = kind;
        this.number = number;
        this.serial = serial;
        this.issuedOn = issuedOn;
        this.dueOn = dueOn;
        this.total = total;
        this.openInList = total;
        this.open = total;
        this.reference = reference;
        this.order = order;
    }

    boolean isCredit() {
        return kind == ItemKind.CREDIT_NOTE;
    }

    /** Whether a clerk who looks at the account on that day sees it. */
    boolean isOpenOn(LocalDate day) {
        return listed && open > 0 && !issuedOn.isAfter(day);
    }

    /** What may be deducted for paying on that day; 0 outside every window. */
    long discountOn(LocalDate day) {
        for (Terms.Step step : debtor.terms().steps()) {
            if (hasDiscounts() && !day.isAfter(issuedOn.plusDays(step.days()))) {
                return discount(step);
            }
        }
        return 0;
    }

    long discount(Terms.Step step) {
        return (total * step.percent() + 50) / 100;
    }

    boolean hasDiscounts() {
        return kind == ItemKind.INVOICE && instalments.isEmpty() && openInList == total;
    }
}
