package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which items add up to an amount: depth first over items sorted by amount, cut where what is left cannot reach the
 * target. Two sets of the same amounts count as one; the search ends at the second that differs.
 */
final class Bundles {

    static final int MOST_ITEMS = 25;

    private static final int MOST_STEPS = 20_000;

    private final int[] items;
    private final long[] values;
    private final long[] above;
    private final long[] below;
    private final int most;
    private final int[] chosen;
    private final List<int[]> found = new ArrayList<>();
    private int steps;

    private Bundles(int[] items, long[] values, int most) {
        this.items = items;
        this.values = values;
        this.most = most;
        chosen = new int[most];
        above = new long[values.length + 1];
        below = new long[values.length + 1];
        for (int i = values.length - 1; i >= 0; i--) {
            above[i] = above[i + 1] + Math.max(0, values[i]);
            below[i] = below[i + 1] + Math.min(0, values[i]);
        }
    }

    /**
     * @param values what each item counts, in minor units; a credit note's is negative
     * @param sets the first sets found, of at most two different makes; items by their place, ascending
     * @param complete false when the search was given up
     */
    record Found(List<int[]> sets, boolean complete) {}

    /** @param most how many items at most; at least two are taken */
    static Found of(int[] items, long[] values, long target, int most) {
        int count = Math.min(items.length, MOST_ITEMS);
        int[] sorted = new int[count];
        long[] sortedValues = new long[count];
        int taken = 0;
        for (int i = 0; i < items.length; i++) {
            // of equal amounts those that come first are taken first
            int at = taken;
            while (at > 0 && Math.abs(sortedValues[at - 1]) < Math.abs(values[i])) {
                at--;
            }
            if (at < count) {
                taken = Math.min(taken + 1, count);
                System.arraycopy(sorted, at, sorted, at + 1, taken - 1 - at);
                System.arraycopy(sortedValues, at, sortedValues, at + 1, taken - 1 - at);
                sorted[at] = items[i];
                sortedValues[at] = values[i];
            }
        }
        Bundles bundles = new Bundles(sorted, sortedValues, Math.min(most, count));
        bundles.search(0, 0, target);
        return new Found(bundles.found, bundles.steps <= MOST_STEPS);
    }

    private void search(int from, int depth, long rest) {
        if (found.size() == 2 || ++steps > MOST_STEPS) {
            return;
        }
        if (rest == 0 && depth >= 2) {
            keep(depth);
            return;
        }
        if (depth == most || rest > above[from] || rest < below[from]) {
            return;
        }
        for (int i = from; i < values.length && found.size() < 2; i++) {
            boolean tried = i > from && values[i] == values[i - 1];
            if (!tried) {
                chosen[depth] = i;
                search(i + 1, depth + 1, rest - values[i]);
            }
        }
    }

    private void keep(int depth) {
        int[] set = new int[depth];
        for (int i = 0; i < depth; i++) {
            set[i] = items[chosen[i]];
        }
        Arrays.sort(set);
        found.add(set);
    }
}
