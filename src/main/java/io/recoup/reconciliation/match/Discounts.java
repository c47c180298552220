package io.recoup.reconciliation.match;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Early-payment discounts that explain why less than the sum came. */
final class Discounts {

    private Discounts() {}

    /** The reading with the discounts taken that make up exactly this shortfall; null where none do. */
    static @Nullable Reading taken(Book book, Reading whole, long shortfall, LocalDate on, MatchPolicy policy) {
        if (shortfall <= 0) {
            return null;
        }
        int steps = 0;
        for (int item : whole.items()) {
            if (book.isDiscounted(item)) {
                steps = Math.max(steps, book.item(item).discounts().size());
            }
        }
        for (int step = 0; step < steps; step++) {
            long[] off = new long[whole.items().length];
            long sum = 0;
            boolean late = false;
            for (int i = 0; i < off.length; i++) {
                int item = whole.items()[i];
                if (book.isDiscounted(item)
                        && step < book.item(item).discounts().size()) {
                    off[i] = book.isCredit(item) ? -book.discount(item, step) : book.discount(item, step);
                    late |= on.isAfter(
                            book.item(item).discounts().get(step).until().plusDays(policy.discountGrace()));
                    sum += off[i];
                }
            }
            // each item's discount is rounded by itself, the payer may have rounded once
            if (sum > 0 && Math.abs(sum - shortfall) < off.length) {
                off[largest(off)] += shortfall - sum;
                return whole.discounted(off, late);
            }
        }
        return null;
    }

    private static int largest(long[] off) {
        int largest = 0;
        for (int i = 1; i < off.length; i++) {
            if (off[i] > off[largest]) {
                largest = i;
            }
        }
        return largest;
    }
}
