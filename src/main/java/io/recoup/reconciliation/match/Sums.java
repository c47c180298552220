package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;
import java.util.Arrays;

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

    void subsets(Payable open, int[] forced, Form form) {
        long rest = amount;
        for (int item : forced) {
            rest -= book.signed(item);
        }
        if (forced.length > 0 && rest == 0) {
            return;
        }
        Payable others = open.without(forced);
        if (forced.length > 0) {
            forcedAndOldest(forced, others, rest);
            for (int i = 0; i < others.size(); i++) {
                if (others.signed()[i] == rest) {
                    considered.set(Ints.join(forced, new int[] {others.items()[i]}), form, false);
                }
            }
        }
        if (others.size() < 2) {
            return;
        }
        if (form != Form.NAMED) {
            Payable then = nearest(others, forced, MOST_DUE_THEN, DAYS_AROUND);
            find(then, forced, rest, MOST_OF_DUE_THEN, form == Form.SUBSET ? Form.DUE_THEN : form);
        }
        int most = form == Form.NAMED ? 12 : others.size() <= 12 ? 5 : 3;
        find(others.first(Bundles.MOST_ITEMS), forced, rest, most, form);
        if (others.size() > Bundles.MOST_ITEMS && form != Form.NAMED) {
            find(nearest(others, forced, Bundles.MOST_ITEMS, Integer.MAX_VALUE), forced, rest, most, form);
        }
    }

    private void find(Payable items, int[] forced, long rest, int most, Form form) {
        if (items.size() >= 2) {
            for (int[] set :
                    Bundles.of(items.items(), items.signed(), rest, most).sets()) {
                considered.set(Ints.join(forced, set), form, false);
            }
        }
    }

    /**
     * Those that are due nearest to what is named, or to the day of the payment where nothing is.
     *
     * @param others due first come first
     */
    private Payable nearest(Payable others, int[] forced, int most, int days) {
        int first = firstDue(forced);
        int last = lastDue(forced);
        int to = 0;
        while (to < others.size() && others.due()[to] < first) {
            to++;
        }
        int from = to;
        while (to - from < most) {
            int before = from > 0 ? away(others.due()[from - 1], first, last) : Integer.MAX_VALUE;
            int after = to < others.size() ? away(others.due()[to], first, last) : Integer.MAX_VALUE;
            if (Math.min(before, after) > days || Math.min(before, after) == Integer.MAX_VALUE) {
                break;
            }
            if (before < after) {
                from--;
            } else {
                to++;
            }
        }
        return others.part(from, to);
    }

    private static int away(int due, int first, int last) {
        return Math.max(0, Math.max(first - due, due - last));
    }

    /** The day on which the first of these is due; that of the payment where there are none. */
    private int firstDue(int[] items) {
        int first = Integer.MAX_VALUE;
        for (int item : items) {
            first = Math.min(first, book.due(item));
        }
        return items.length == 0 ? (int) considered.payment.on().toEpochDay() : first;
    }

    private int lastDue(int[] items) {
        int last = Integer.MIN_VALUE;
        for (int item : items) {
            last = Math.max(last, book.due(item));
        }
        return items.length == 0 ? (int) considered.payment.on().toEpochDay() : last;
    }

    /** A list that the bank cut off: what it still named and the oldest of the rest, or what is due beside it in a row. */
    private void forcedAndOldest(int[] forced, Payable others, long rest) {
        int first = firstDue(forced) - DAYS_AROUND;
        int last = lastDue(forced) + DAYS_AROUND;
        for (int from = 0; from < others.size(); from++) {
            if (from > 0 && (others.due()[from] < first || others.due()[from] > last)) {
                continue;
            }
            long sum = 0;
            int until = from == 0 ? others.size() : Math.min(others.size(), from + MOST_IN_A_ROW);
            for (int to = from; to < until; to++) {
                sum += others.signed()[to];
                if (sum == rest) {
                    considered.set(
                            Ints.join(forced, Arrays.copyOfRange(others.items(), from, to + 1)),
                            Form.NAMED_AND_OLDEST,
                            false);
                }
            }
        }
    }

    void windows(Payable open) {
        int on = (int) considered.payment.on().toEpochDay();
        long[] values = open.signed();
        boolean netted = open.isNetted();
        for (int from = 1; from < values.length; from++) {
            int due = open.due()[from];
            if (from >= MOST_IN_A_ROW && (due < on - DAYS_BACK || due > on + DAYS_AROUND)) {
                continue;
            }
            long sum = 0;
            for (int to = from; to < values.length && to < from + MOST_IN_A_ROW && (netted || sum < amount); to++) {
                sum += values[to];
                if (sum == amount && to > from) {
                    considered.set(Arrays.copyOfRange(open.items(), from, to + 1), Form.WINDOW, false);
                }
            }
        }
    }

    /** What is due, or open, but for one item or two. */
    void allBut(Payable all) {
        long rest = all.sum() - amount;
        if (rest <= 0 || all.size() < 4) {
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = i; j < all.size(); j++) {
                long left = all.signed()[i] + (j > i ? all.signed()[j] : 0);
                if (left == rest) {
                    int[] but = {all.items()[i], all.items()[j]};
                    considered.set(all.without(but), Form.ALL_BUT);
                    return;
                }
            }
        }
    }
}
