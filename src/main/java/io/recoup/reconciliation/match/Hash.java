package io.recoup.reconciliation.match;

/** Sixty-four bits of a key; never zero. Built letter by letter, so that a run of pieces is hashed as it grows. */
final class Hash {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

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

    static long done(long state) {
        long mixed = (state ^ state >>> 29) * 0xBF58476D1CE4E5B9L;
        mixed ^= mixed >>> 32;
        return mixed == 0 ? 1 : mixed;
    }

    static long of(long a, long b) {
        return done((a * FACTOR ^ b) * FACTOR);
    }
}
