package io.recoup.reconciliation.match;

import java.util.Arrays;

/**
 * Items that a payment may pay, in an order, with what each counts towards it.
 *
 * @param items places in the book
 * @param signed what is open of each, in minor units; of a credit note below zero
 * @param due when each is due, in days since 1970
 */
record Payable(int[] items, long[] signed, int[] due) {

    static Payable of(Book book, int[] items) {
        long[] signed = new long[items.length];
        int[] due = new int[items.length];
        for (int i = 0; i < items.length; i++) {
            signed[i] = book.signed(items[i]);
            due[i] = book.due(items[i]);
        }
        return new Payable(items, signed, due);
    }

    int size() {
        return items.length;
    }

    /** Those from one to before the other. */
    Payable part(int from, int to) {
        return from == 0 && to == items.length
                ? this
                : new Payable(
                        Arrays.copyOfRange(items, from, to),
                        Arrays.copyOfRange(signed, from, to),
                        Arrays.copyOfRange(due, from, to));
    }

    Payable first(int most) {
        return part(0, Math.min(most, items.length));
    }

    /** All but these. */
    Payable without(int[] others) {
        if (others.length == 0) {
            return this;
        }
        Payable rest = new Payable(new int[items.length], new long[items.length], new int[items.length]);
        int count = 0;
        for (int i = 0; i < items.length; i++) {
            if (!Ints.has(others, items[i])) {
                rest.items[count] = items[i];
                rest.signed[count] = signed[i];
                rest.due[count++] = due[i];
            }
        }
        return rest.part(0, count);
    }

    long sum() {
        long sum = 0;
        for (long one : signed) {
            sum += one;
        }
        return sum;
    }

    /** Whether a credit note is among them. */
    boolean isNetted() {
        for (long one : signed) {
            if (one < 0) {
                return true;
            }
        }
        return false;
    }
}
