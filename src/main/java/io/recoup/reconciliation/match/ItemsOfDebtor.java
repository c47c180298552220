package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The open items of one debtor, those due first in front, and what is asked of each when a payment may be for any of them:
 * side by side, for they are read one after the other.
 */
final class ItemsOfDebtor {

    /**
     * Of an item: what is open, of a credit note below zero; when it is due and was issued; its place and mark; the trace of
     * its number; that of its reference.
     */
    private static final int WIDTH = 5;

    private long[] rows = new long[2 * WIDTH];
    private int size;
    private List<Letter> letters = List.of();

    /** What letters of ours listed, in the order of entry. */
    List<Letter> letters() {
        return letters;
    }

    void add(Letter letter) {
        if (letters.isEmpty()) {
            letters = new ArrayList<>(1);
        }
        letters.add(letter);
    }

    int size() {
        return size;
    }

    /** The item that comes at this point. */
    int get(int at) {
        return (int) (rows[at * WIDTH + 2] >> 32);
    }

    long signed(int at) {
        return rows[at * WIDTH];
    }

    /** Days since 1970, as {@code issued}. */
    int due(int at) {
        return (int) (rows[at * WIDTH + 1] >> 32);
    }

    int issued(int at) {
        return (int) rows[at * WIDTH + 1];
    }

    /** As {@link ItemRows#mark}. */
    int mark(int at) {
        return (int) rows[at * WIDTH + 2];
    }

    /** As {@link Traces#of}. */
    long trace(int at) {
        return rows[at * WIDTH + 3];
    }

    /** As {@link Traces#ofReference}. */
    int traceOfReference(int at) {
        return (int) rows[at * WIDTH + 4];
    }

    /** Puts it behind those that are due before it, or on its day and have a lower id. */
    void insert(int item, Numbers numbers, ItemRows items) {
        int from = 0;
        int to = size;
        if (to > 0 && isDueFirst(to - 1, item, items)) {
            from = to;
        }
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isDueFirst(middle, item, items)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        if (size * WIDTH == rows.length) {
            rows = Arrays.copyOf(rows, (size + (size >> 1)) * WIDTH);
        }
        int row = from * WIDTH;
        System.arraycopy(rows, row, rows, row + WIDTH, (size - from) * WIDTH);
        size++;
        rows[row] = items.signed(item);
        rows[row + 1] = (long) items.due(item) << 32 | items.issued(item) & 0xffff_ffffL;
        rows[row + 2] = (long) item << 32 | items.mark(item) & 0xffff_ffffL;
        rows[row + 3] = Traces.of(numbers, item);
        rows[row + 4] = Traces.ofReference(numbers, item);
    }

    private boolean isDueFirst(int at, int item, ItemRows items) {
        return due(at) != items.due(item) ? due(at) < items.due(item) : items.id(get(at)) < items.id(item);
    }

    /** What is open of it is what it says by now; it goes where nothing is. */
    void update(int item, ItemRows items) {
        int at = firstDueOn(items.due(item));
        while (get(at) != item) {
            at++;
        }
        if (items.open(item) != 0) {
            rows[at * WIDTH] = items.signed(item);
            return;
        }
        int row = at * WIDTH;
        System.arraycopy(rows, row + WIDTH, rows, row, (--size - at) * WIDTH);
    }

    /** Where those begin that are due on that day or later. */
    private int firstDueOn(int day) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (due(middle) < day) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
