package io.recoup.reconciliation.match;

import java.util.Arrays;

/** Where keys stand in a text, by its pieces. */
final class Hits {

    private int[] items = new int[16];
    private int[] kinds = new int[16];
    private int[] begins = new int[16];
    private int[] ends = new int[16];
    private int count;

    /** Hears of a hit. */
    interface Found {

        /** @param to the last piece */
        void at(int item, int kind, int from, int to);
    }

    void add(int item, int kind, int from, int to) {
        if (count == items.length) {
            items = Arrays.copyOf(items, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
            begins = Arrays.copyOf(begins, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        items[count] = item;
        kinds[count] = kind;
        begins[count] = from;
        ends[count++] = to;
    }

    /** A number inside a longer one that is ours, too, is not meant. */
    void longest(Found found) {
        for (int i = 0; i < count; i++) {
            if (!isInsideAnother(i)) {
                found.at(items[i], kinds[i], begins[i], ends[i]);
            }
        }
    }

    private boolean isInsideAnother(int one) {
        for (int i = 0; i < count; i++) {
            if (begins[i] <= begins[one] && ends[one] <= ends[i] && ends[i] - begins[i] > ends[one] - begins[one]) {
                return true;
            }
        }
        return false;
    }

    /** Marks each piece that is part of one. */
    void mark(boolean[] pieces) {
        for (int i = 0; i < count; i++) {
            Arrays.fill(pieces, begins[i], ends[i] + 1, true);
        }
    }
}
