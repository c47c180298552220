package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Stratum.Amount;
import java.util.Arrays;

/**
 * One way to understand a payment: these items, each with what the payment pays of it.
 *
 * @param items places in the book, ascending
 * @param money what of the payment goes to each, in minor units; negative for a credit note
 * @param forgiven what of each is settled without money
 * @param form how the items were put together
 */
record Reading(int[] items, long[] money, long[] forgiven, Form form, Amount amount) {

    /** How a set of items came about, which says how likely it is before its amount is looked at. */
    enum Form {
        ONE,
        NAMED,
        RANGE,
        NAMED_AND_MORE,
        NAMED_AND_OLDEST,
        REMINDED,
        ACCOUNT,
        DUE,
        OLDEST,
        /** All that is due between two days. */
        WINDOW,
        /** All that is due but for a few. */
        ALL_BUT,
        /** The oldest as far as the money goes; the last one in part. */
        OLDEST_IN_PART,
        SUBSET,
        /** The same of what is due about the day of the payment. */
        DUE_THEN;

        /** Whether nothing but its sum tells the set. */
        boolean isGuess() {
            return this == SUBSET || this == DUE_THEN;
        }
    }

    /** All that is open of these items. */
    static Reading of(Book book, int[] items, Form form) {
        int[] sorted = items.clone();
        Arrays.sort(sorted);
        long[] money = new long[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            money[i] = book.signed(sorted[i]);
        }
        boolean bundle = sorted.length > 1 && form != Form.NAMED && form != Form.RANGE;
        return new Reading(sorted, money, new long[sorted.length], form, bundle ? Amount.BUNDLE : Amount.EXACT);
    }

    long paid() {
        long sum = 0;
        for (long one : money) {
            sum += one;
        }
        return sum;
    }

    boolean sameItems(Reading other) {
        return Arrays.equals(items, other.items);
    }

    boolean has(int item) {
        return Arrays.binarySearch(items, item) >= 0;
    }

    Reading as(Amount kind) {
        return new Reading(items, money, forgiven, form, kind);
    }

    /** With this much less money on its largest item, settled without it or not. */
    Reading less(long shortfall, boolean forgive) {
        int largest = 0;
        for (int i = 1; i < money.length; i++) {
            if (money[i] > money[largest]) {
                largest = i;
            }
        }
        long[] lower = money.clone();
        long[] given = forgiven.clone();
        lower[largest] -= shortfall;
        given[largest] += forgive ? shortfall : 0;
        return new Reading(items, lower, given, form, amount);
    }

    /** With this much less money on one of its items, which stays open with it. */
    Reading lessOf(int item, long shortfall) {
        long[] lower = money.clone();
        lower[Arrays.binarySearch(items, item)] -= shortfall;
        return new Reading(items, lower, forgiven, form, Amount.PARTIAL);
    }

    /** With these amounts settled by a discount, of a credit note below zero. */
    Reading discounted(long[] off, boolean afterItsDay) {
        long[] lower = money.clone();
        for (int i = 0; i < off.length; i++) {
            lower[i] -= off[i];
        }
        return new Reading(items, lower, off, form, afterItsDay ? Amount.LATE_DISCOUNT : Amount.DISCOUNT);
    }
}
