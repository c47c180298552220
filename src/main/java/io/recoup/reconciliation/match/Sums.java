package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Sets of items found because they add up to the money. */
final class Sums {

    private static final int MOST_IN_A_ROW = 40;
    private static final int MOST_DUE_THEN = 14;
    private static final int MOST_OF_DUE_THEN = 6;

    /** What is due so many days before or after is due about then. */
    static final int DAYS_AROUND = 10;

    /** Who pays all that is due between two days pays what became due in these days before. */
    private static final int DAYS_BACK = 45;

    private final Considered considered;
    private final Book book;
    private final long amount;

    Sums(Considered considered) {
        this.considered = considered;
        book = considered.book;
        amount = considered.amount;
    }

    void subsets(int[] open, int[] forced, Form form) {
        long rest = amount;
        for (int item : forced) {
            rest -= book.signed(item);
        }
        if (forced.length > 0 && rest == 0) {
            return;
        }
        int[] others = IntStream.of(open)
                .filter(item -> IntStream.of(forced).noneMatch(one -> one == item))
                .toArray();
        if (forced.length > 0) {
            forcedAndOldest(forced, others, rest);
            for (int item : others) {
                if (book.signed(item) == rest) {
                    considered.set(
                            IntStream.concat(IntStream.of(forced), IntStream.of(item))
                                    .toArray(),
                            form,
                            false);
                }
            }
        }
        if (others.length < 2) {
            return;
        }
        if (form != Form.NAMED) {
            int[] then = nearest(others, forced, MOST_DUE_THEN, DAYS_AROUND);
            find(then, forced, rest, MOST_OF_DUE_THEN, form == Form.SUBSET ? Form.DUE_THEN : form);
        }
        int most = form == Form.NAMED ? 12 : others.length <= 12 ? 5 : 3;
        find(Arrays.copyOf(others, Math.min(others.length, Bundles.MOST_ITEMS)), forced, rest, most, form);
        if (others.length > Bundles.MOST_ITEMS && form != Form.NAMED) {
            find(nearest(others, forced, Bundles.MOST_ITEMS, Integer.MAX_VALUE), forced, rest, most, form);
        }
    }

    private void find(int[] items, int[] forced, long rest, int most, Form form) {
        if (items.length < 2) {
            return;
        }
        Bundles.Found found =
                Bundles.of(items, IntStream.of(items).mapToLong(book::signed).toArray(), rest, most);
        for (int[] set : found.sets()) {
            considered.set(
                    IntStream.concat(IntStream.of(forced), IntStream.of(set)).toArray(), form, false);
        }
    }

    /**
     * Those that are due nearest to what is named, or to the day of the payment where nothing is.
     *
     * @param others due first come first
     */
    private int[] nearest(int[] others, int[] forced, int most, int days) {
        int on = (int) considered.payment.on().toEpochDay();
        int first = IntStream.of(forced).map(book::due).min().orElse(on);
        int last = IntStream.of(forced).map(book::due).max().orElse(on);
        int to = 0;
        while (to < others.length && book.due(others[to]) < first) {
            to++;
        }
        int from = to;
        while (to - from < most) {
            int before = from > 0 ? away(others[from - 1], first, last) : Integer.MAX_VALUE;
            int after = to < others.length ? away(others[to], first, last) : Integer.MAX_VALUE;
            if (Math.min(before, after) > days || Math.min(before, after) == Integer.MAX_VALUE) {
                break;
            }
            if (before < after) {
                from--;
            } else {
                to++;
            }
        }
        return Arrays.copyOfRange(others, from, to);
    }

    private int away(int item, int first, int last) {
        return Math.max(0, Math.max(first - book.due(item), book.due(item) - last));
    }

    /** A list that the bank cut off: what it still named and the oldest of the rest, or what is due beside it in a row. */
    private void forcedAndOldest(int[] forced, int[] others, long rest) {
        int first = IntStream.of(forced).map(book::due).min().orElseThrow() - DAYS_AROUND;
        int last = IntStream.of(forced).map(book::due).max().orElseThrow() + DAYS_AROUND;
        for (int from = 0; from < others.length; from++) {
            if (from > 0 && (book.due(others[from]) < first || book.due(others[from]) > last)) {
                continue;
            }
            long sum = 0;
            int until = from == 0 ? others.length : Math.min(others.length, from + MOST_IN_A_ROW);
            for (int to = from; to < until; to++) {
                sum += book.signed(others[to]);
                if (sum == rest) {
                    considered.set(
                            IntStream.concat(IntStream.of(forced), Arrays.stream(others, from, to + 1))
                                    .toArray(),
                            Form.NAMED_AND_OLDEST,
                            false);
                }
            }
        }
    }

    void windows(int[] open) {
        int on = (int) considered.payment.on().toEpochDay();
        long[] values = IntStream.of(open).mapToLong(book::signed).toArray();
        boolean netted = Arrays.stream(values).anyMatch(value -> value < 0);
        for (int from = 1; from < open.length; from++) {
            int due = book.due(open[from]);
            if (from >= MOST_IN_A_ROW && (due < on - DAYS_BACK || due > on + DAYS_AROUND)) {
                continue;
            }
            long sum = 0;
            for (int to = from; to < open.length && to < from + MOST_IN_A_ROW && (netted || sum < amount); to++) {
                sum += values[to];
                if (sum == amount && to > from) {
                    considered.set(Arrays.copyOfRange(open, from, to + 1), Form.WINDOW, false);
                }
            }
        }
    }

    /** What is due, or open, but for one item or two. */
    void allBut(int[] all) {
        long rest = -amount;
        for (int item : all) {
            rest += book.signed(item);
        }
        if (rest <= 0 || all.length < 4) {
            return;
        }
        for (int i = 0; i < all.length; i++) {
            for (int j = i; j < all.length; j++) {
                long left = book.signed(all[i]) + (j > i ? book.signed(all[j]) : 0);
                if (left == rest) {
                    int one = all[i];
                    int other = all[j];
                    considered.set(
                            IntStream.of(all)
                                    .filter(item -> item != one && item != other)
                                    .toArray(),
                            Form.ALL_BUT,
                            false);
                    return;
                }
            }
        }
    }
}
