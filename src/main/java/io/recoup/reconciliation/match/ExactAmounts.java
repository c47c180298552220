package io.recoup.reconciliation.match;

/** How many open items have an amount. Room is taken once. */
final class ExactAmounts {

    /** As far as {@link Book#countOfAmount} counts. */
    private static final int MOST_COUNTED = 1_000;

    /** Of each slot the hash of an amount and, in the next place, how many items have it. */
    private final long[] slots;

    /** @param most how many different amounts there can be */
    ExactAmounts(int most) {
        slots = new long[Integer.highestOneBit(Math.max(16, most)) * 8];
    }

    /** @param amount in minor units of the currency, which is known by its mark */
    void count(byte currency, long amount) {
        long key = key(currency, amount);
        int slot = slot(key);
        slots[slot] = key;
        slots[slot + 1] = Math.min(MOST_COUNTED, slots[slot + 1] + 1);
    }

    /** Says that one which is known is had by at least so many. */
    void raise(byte currency, long amount, int count) {
        int slot = slot(key(currency, amount));
        if (slots[slot] != 0) {
            slots[slot + 1] = Math.max(slots[slot + 1], count);
        }
    }

    long of(byte currency, long amount) {
        return slots[slot(key(currency, amount)) + 1];
    }

    /** Reads where it lies, or nearly, for the sake of who asks for it soon; what it returns says nothing. */
    long fetch(byte currency, long amount) {
        return slots[firstSlot(key(currency, amount))];
    }

    private static long key(byte currency, long amount) {
        return Hash.of(currency, amount);
    }

    private int slot(long key) {
        int slot = firstSlot(key);
        while (slots[slot] != 0 && slots[slot] != key) {
            slot = slot + 2 & slots.length - 2;
        }
        return slot;
    }

    private int firstSlot(long key) {
        return (int) (key >>> 31) & slots.length - 2;
    }
}
