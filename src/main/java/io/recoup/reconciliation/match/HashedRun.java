package io.recoup.reconciliation.match;

/** Letters and digits of which the hash with any change in one place is told without going through all of them. */
final class HashedRun {

    private final int length;
    private final long[] before;
    private final long[] from;

    HashedRun(String run) {
        length = run.length();
        before = new long[length + 1];
        from = new long[length + 1];
        for (int i = 0; i < length; i++) {
            before[i + 1] = Hash.with(before[i], run.charAt(i));
        }
        for (int i = length - 1; i >= 0; i--) {
            from[i] = from[i + 1] + Hash.at(run.charAt(i), length - i);
        }
    }

    /** The hash of what is before {@code upTo}, then other letters or digits, then what is from {@code after} on. */
    long with(int upTo, String instead, int after) {
        long state = before[upTo];
        for (int i = 0; i < instead.length(); i++) {
            state = Hash.with(state, instead.charAt(i));
        }
        return Hash.done(Hash.moved(state, length - after) + from[after]);
    }
}
