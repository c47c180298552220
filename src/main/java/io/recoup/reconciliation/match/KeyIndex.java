package io.recoup.reconciliation.match;

import java.util.Arrays;

/** From the hash of a key to the things that bear it: open addressing, no objects; about 30 bytes an entry. */
final class KeyIndex {

    private static final int NONE = -1;

    private long[] hashes;
    private int[] heads;
    private int used;
    private int[] things;
    private byte[] kinds;
    private int[] next;
    private int entries;

    KeyIndex() {
        this(1 << 8);
    }

    /** @param expected how many keys there will be, so that it need not grow */
    KeyIndex(int expected) {
        int size = Integer.highestOneBit(Math.max(1 << 8, expected)) * 4;
        hashes = new long[size];
        heads = new int[size];
        things = new int[Math.max(1 << 10, expected)];
        kinds = new byte[things.length];
        next = new int[things.length];
    }

    void add(long hash, int thing, int kind) {
        if (used * 2 >= hashes.length) {
            grow();
        }
        int slot = slot(hash);
        if (hashes[slot] == 0) {
            hashes[slot] = hash;
            heads[slot] = NONE;
            used++;
        }
        int last = heads[slot];
        if (last != NONE && things[last] == thing && kinds[last] == kind) {
            return;
        }
        if (entries == things.length) {
            things = Arrays.copyOf(things, entries * 2);
            kinds = Arrays.copyOf(kinds, entries * 2);
            next = Arrays.copyOf(next, entries * 2);
        }
        things[entries] = thing;
        kinds[entries] = (byte) kind;
        next[entries] = heads[slot];
        heads[slot] = entries++;
    }

    /** The first entry under a key, or -1. */
    int first(long hash) {
        int slot = slot(hash);
        return hashes[slot] == 0 ? NONE : heads[slot];
    }

    int next(int entry) {
        return next[entry];
    }

    int thing(int entry) {
        return things[entry];
    }

    int kind(int entry) {
        return kinds[entry];
    }

    /** Entries under a key, counted up to a limit. */
    int count(long hash, int limit) {
        int count = 0;
        for (int entry = first(hash); entry != NONE && count < limit; entry = next[entry]) {
            count++;
        }
        return count;
    }

    private int slot(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash >>> 32) & mask;
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldHeads = heads;
        hashes = new long[oldHashes.length * 2];
        heads = new int[oldHashes.length * 2];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                heads[slot] = oldHeads[i];
            }
        }
    }
}
