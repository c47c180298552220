package io.recoup.bench.matching;

import java.util.Arrays;

/**
 * The least that finding a reference in a text can be: the letters and digits of a text in fragments between separators,
 * the hash of each run of one to six of them looked up in an index of references by open addressing, the characters and
 * the amount compared. Texts and references lie in memory, one behind the other.
 */
final class BareJoin {

    private static final int LONGEST_RUN = 6;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final byte[] CAPITALS = new byte[256];

    static {
        for (int c = 0; c < 128; c++) {
            CAPITALS[c] = Character.isLetterOrDigit(c) ? (byte) Character.toUpperCase(c) : 0;
        }
    }

    private final boolean byLength;
    private final byte[] references;
    private final int[] ends;
    private final long[] minors;
    private final long[] slots;
    private final byte[] said = new byte[512];
    private final int[] starts = new int[256];
    private int shortest = Integer.MAX_VALUE;
    private int longest;

    /**
     * @param references letters and digits alone, each up to where {@code ends} says
     * @param byLength whether runs shorter or longer than every reference are not looked up
     */
    BareJoin(byte[] references, int[] ends, long[] minors, boolean byLength) {
        this.references = references;
        this.ends = ends;
        this.minors = minors;
        this.byLength = byLength;
        slots = new long[Integer.highestOneBit(ends.length) * 4];
        for (int item = 0; item < ends.length; item++) {
            int from = item == 0 ? 0 : ends[item - 1];
            long state = 0;
            for (int at = from; at < ends[item]; at++) {
                state = (state + references[at] + 1) * FACTOR;
            }
            shortest = Math.min(shortest, ends[item] - from);
            longest = Math.max(longest, ends[item] - from);
            int slot = slot(state);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = tag(state) | item + 1;
        }
    }

    private int slot(long state) {
        return (int) (state >>> 40) & slots.length - 1;
    }

    private static long tag(long state) {
        return (state ^ state >>> 29) << 32;
    }

    /** @return which item each payment names and pays exactly; -1 where there is none */
    int[] join(byte[] texts, int[] textEnds, long[] paid) {
        int[] found = new int[paid.length];
        Arrays.fill(found, -1);
        for (int payment = 0; payment < paid.length; payment++) {
            int fragments = cut(texts, payment == 0 ? 0 : textEnds[payment - 1], textEnds[payment]);
            found[payment] = find(fragments, paid[payment]);
        }
        return found;
    }

    private int cut(byte[] texts, int from, int to) {
        int length = 0;
        int fragments = 0;
        boolean within = false;
        for (int at = from; at < to; at++) {
            byte capital = CAPITALS[texts[at] & 0xff];
            if (capital != 0) {
                if (!within) {
                    starts[fragments++] = length;
                }
                said[length++] = capital;
            }
            within = capital != 0;
        }
        starts[fragments] = length;
        return fragments;
    }

    private int find(int fragments, long paid) {
        for (int from = 0; from < fragments; from++) {
            long state = 0;
            for (int to = from; to < Math.min(fragments, from + LONGEST_RUN); to++) {
                for (int at = starts[to]; at < starts[to + 1]; at++) {
                    state = (state + said[at] + 1) * FACTOR;
                }
                int length = starts[to + 1] - starts[from];
                if (!byLength || length >= shortest && length <= longest) {
                    int item = look(state, starts[from], length, paid);
                    if (item >= 0) {
                        return item;
                    }
                }
            }
        }
        return -1;
    }

    private int look(long state, int from, int length, long paid) {
        long tag = tag(state);
        for (int slot = slot(state); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if ((slots[slot] & ~0xffff_ffffL) == tag) {
                int item = (int) slots[slot] - 1;
                int begin = item == 0 ? 0 : ends[item - 1];
                if (ends[item] - begin == length
                        && Arrays.equals(references, begin, ends[item], said, from, from + length)
                        && minors[item] == paid) {
                    return item;
                }
            }
        }
        return -1;
    }
}
