package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Sets of items found because they add up to the money. */
final class Sums {

    private static final int MOST_IN_A_ROW = 40;

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
        int most = form == Form.NAMED ? 12 : others.length <= 12 ? 5 : 3;
        int[] oldest = Arrays.copyOf(others, Math.min(others.length, Bundles.MOST_ITEMS));
        Bundles.Found found =
                Bundles.of(oldest, IntStream.of(oldest).mapToLong(book::signed).toArray(), rest, most);
        for (int[] set : found.sets()) {
            considered.set(
                    IntStream.concat(IntStream.of(forced), IntStream.of(set)).toArray(), form, false);
        }
    }

    /** A list that the bank cut off: what it still named and the oldest of the rest. */
    private void forcedAndOldest(int[] forced, int[] others, long rest) {
        long sum = 0;
        for (int count = 1; count <= others.length; count++) {
            sum += book.signed(others[count - 1]);
            if (sum == rest) {
                considered.set(
                        IntStream.concat(
                                        IntStream.of(forced),
                                        IntStream.of(others).limit(count))
                                .toArray(),
                        Form.NAMED_AND_OLDEST,
                        false);
            }
        }
    }

    void windows(int[] open) {
        for (int from = 1; from < open.length && from < MOST_IN_A_ROW; from++) {
            long sum = 0;
            for (int to = from; to < open.length && to < from + MOST_IN_A_ROW; to++) {
                sum += book.signed(open[to]);
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
