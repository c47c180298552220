package io.recoup.reconciliation.match;

import java.util.Arrays;

/**
 * From the hash of a key to the things that bear it: open addressing, no objects; about 40 bytes an entry. What is looked at
 * together lies together. For one thread alone, even to read.
 */
final class KeyIndex {

    private static final int NONE = -1;
    private static final int TOGETHER = 64;

    /** Of an entry: what it is for, the one before it under the same key, its kind. */
    private static final int WIDTH = 3;

    /** Of each slot the hash and, in the next place, its last entry below how many there are. */
    private long[] slots;

    /** A bit for each key, so close together that most of those that are not there are told by it; empty: not kept. */
    private long[] shown = {};

    private int used;
    private int[] entries;
    private int end;

    /** What comes waits for some more, so that the places of all are asked of the memory side by side. */
    private final long[] comingHashes = new long[TOGETHER];

    private final int[] comingThings = new int[TOGETHER];
    private final int[] comingKinds = new int[TOGETHER];
    private int coming;

    /** What was read ahead, so that nobody finds that it was read for nothing. */
    private long read;

    KeyIndex() {
        this(1 << 8);
    }

    /** @param expected how many keys there will be, so that it need not grow */
    KeyIndex(int expected) {
        slots = new long[Integer.highestOneBit(Math.max(1 << 8, expected)) * 8];
        entries = new int[WIDTH * Math.max(1 << 10, expected)];
    }

    /** For where most of what is asked for is not there. */
    static KeyIndex sieve() {
        KeyIndex index = new KeyIndex();
        index.shown = new long[index.slots.length >> 5];
        return index;
    }

    void add(long hash, int thing, int kind) {
        comingHashes[coming] = hash;
        comingThings[coming] = thing;
        comingKinds[coming++] = kind;
        if (coming == TOGETHER) {
            enter();
        }
    }

    private void enter() {
        if ((used + coming) * 4 >= slots.length) {
            grow();
        }
        for (int i = 0; i < coming; i++) {
            read += fetch(comingHashes[i]);
        }
        for (int i = 0; i < coming; i++) {
            enter(comingHashes[i], comingThings[i], comingKinds[i]);
        }
        coming = 0;
    }

    private void enter(long hash, int thing, int kind) {
        int slot = slot(hash);
        if (slots[slot] == 0) {
            slots[slot] = hash;
            show(hash);
            used++;
        }
        long count = slots[slot + 1] >>> 32;
        int last = count == 0 ? NONE : (int) slots[slot + 1];
        if (last != NONE && thing(last) == thing && kind(last) == kind) {
            return;
        }
        if (end == entries.length) {
            entries = Arrays.copyOf(entries, end * 2);
        }
        entries[end] = thing;
        entries[end + 1] = last;
        entries[end + 2] = kind;
        slots[slot + 1] = count + 1 << 32 | end;
        end += WIDTH;
    }

    /** The first entry under a key, or -1. */
    int first(long hash) {
        if (coming > 0) {
            enter();
        }
        if (!mayHave(hash)) {
            return NONE;
        }
        int slot = slot(hash);
        return slots[slot] == 0 ? NONE : (int) slots[slot + 1];
    }

    int next(int entry) {
        return entries[entry + 1];
    }

    int thing(int entry) {
        return entries[entry];
    }

    int kind(int entry) {
        return entries[entry + 2];
    }

    /** Entries under a key, counted up to a limit. */
    int count(long hash, int limit) {
        if (coming > 0) {
            enter();
        }
        if (!mayHave(hash)) {
            return 0;
        }
        int slot = slot(hash);
        return slots[slot] == 0 ? 0 : (int) Math.min(limit, slots[slot + 1] >>> 32);
    }

    /** Reads where a key lies, or nearly, for the sake of who asks for it soon; what it returns says nothing. */
    long fetch(long hash) {
        return slots[firstSlot(hash)];
    }

    private void show(long hash) {
        if (shown.length > 0) {
            shown[(int) (hash >>> 37) & shown.length - 1] |= 1L << (hash >>> 31);
        }
    }

    private boolean mayHave(long hash) {
        return shown.length == 0 || (shown[(int) (hash >>> 37) & shown.length - 1] >>> (hash >>> 31) & 1) != 0;
    }

    private int firstSlot(long hash) {
        return (int) (hash >>> 31) & slots.length - 2;
    }

    private int slot(long hash) {
        int slot = firstSlot(hash);
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = slot + 2 & slots.length - 2;
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        shown = new long[shown.length * 2];
        for (int i = 0; i < before.length; i += 2) {
            if (before[i] != 0) {
                int slot = slot(before[i]);
                slots[slot] = before[i];
                slots[slot + 1] = before[i + 1];
                show(before[i]);
            }
        }
    }
}
