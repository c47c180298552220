package io.recoup.reconciliation.match;

/** Sixty-four bits of a key; never zero. Built letter by letter, so that a run of pieces is hashed as it grows. */
final class Hash {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long[] POWERS = new long[KeyShapes.LONGEST + 2];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * FACTOR;
        }
    }

    private Hash() {}

    static long of(CharSequence key) {
        long state = 0;
        for (int i = 0; i < key.length(); i++) {
            state = with(state, key.charAt(i));
        }
        return done(state);
    }

    static long with(long state, char c) {
        return (state + c + 1) * FACTOR;
    }

    /** What a letter adds to a state from so many places before the end, itself counted. */
    static long at(char c, int fromEnd) {
        return (c + 1) * POWERS[fromEnd];
    }

    /** A state to which so many letters more are to be added by {@link #at}. */
    static long moved(long state, int more) {
        return state * POWERS[more];
    }

    static long done(long state) {
        long mixed = (state ^ state >>> 29) * 0xBF58476D1CE4E5B9L;
        mixed ^= mixed >>> 32;
        return mixed == 0 ? 1 : mixed;
    }

    static long of(long a, long b) {
        return done((a * FACTOR ^ b) * FACTOR);
    }
}
