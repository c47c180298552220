package io.recoup.banking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts equal transactions of one statement: eight bytes for each different one, because a statement may hold
 * millions and hardly any of them come twice.
 */
final class Occurrences {

    private static final int SMALLEST = 1 << 10;

    private long[] seen = new long[SMALLEST];
    private int size;
    private final Map<Long, Integer> repeated = new HashMap<>();

    /** How often this fingerprint has now been seen, from 1. Zero is reserved and read as one. */
    int next(long fingerprint) {
        long key = fingerprint == 0 ? 1 : fingerprint;
        int mask = seen.length - 1;
        int slot = slotOf(key) & mask;
        while (seen[slot] != 0) {
            if (seen[slot] == key) {
                return repeated.merge(key, 2, (old, two) -> old + 1);
            }
            slot = (slot + 1) & mask;
        }
        seen[slot] = key;
        if (++size > seen.length / 4 * 3) {
            grow();
        }
        return 1;
    }

    /** Forgets everything; a table that grew large is given back. */
    void clear() {
        if (seen.length > SMALLEST * 64) {
            seen = new long[SMALLEST];
        } else if (size > 0) {
            Arrays.fill(seen, 0);
        }
        size = 0;
        repeated.clear();
    }

    private void grow() {
        long[] old = seen;
        seen = new long[old.length * 2];
        int mask = seen.length - 1;
        for (long key : old) {
            if (key != 0) {
                int slot = slotOf(key) & mask;
                while (seen[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                seen[slot] = key;
            }
        }
    }

    private static int slotOf(long key) {
        return (int) (key ^ (key >>> 32));
    }
}
