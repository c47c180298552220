package io.recoup.reconciliation.match;

/**
 * What a text must show before it can name an item in part or with a slip: of the items of a debtor all but a few can be
 * told to be named by nothing, without looking at their numbers. A trace may be there by chance; where {@link WeakNaming}
 * finds something it always is.
 *
 * <p>Where one letter or digit is wrong, missing, too many or swapped with the next, either the first half of a number is
 * as it should be or the last.
 */
final class Traces {

    private static final int BITS = 12;
    private static final int MASK = (1 << BITS) - 1;

    /** What no text shows. */
    private static final int NEVER = 0;

    /** The length of the number lies above its four traces. */
    private static final int LENGTH = 4 * BITS;

    private static final int LONGEST = 63;
    private static final int SHORTEST_SERIAL = 2;

    private final long[] shown = new long[1 << BITS - 6];

    /** Of the text that was read. */
    Traces(Mentions mentions) {
        Pieces pieces = mentions.pieces();
        for (int piece = 0; piece < mentions.said(); piece++) {
            if (!mentions.isNamed(piece)) {
                showSerial(pieces, piece);
            }
        }
        for (int length = WeakNaming.SHORTEST_SLIP; length <= Mentions.LONGEST + 1; length++) {
            Ints starts = mentions.unexplained(length);
            for (int i = 0; i < starts.size(); i++) {
                showSlips(pieces, starts.get(i), length);
            }
        }
    }

    private void showSerial(Pieces pieces, int piece) {
        int from = pieces.start(piece);
        int end = pieces.end(piece);
        if (end - from >= WeakNaming.SHORTEST_END) {
            show(hash(1, pieces, end - WeakNaming.SHORTEST_END, WeakNaming.SHORTEST_END));
        }
        while (from < end - 1 && pieces.at(from) == '0') {
            from++;
        }
        show(hash(2, pieces, from, end - from));
    }

    private void showSlips(Pieces pieces, int start, int length) {
        if (length < WeakNaming.SHORTEST_EDIT) {
            show(hash(length + 2, pieces, start, length));
        }
        for (int number = Math.max(WeakNaming.SHORTEST_EDIT, length - 1); number <= length + 1; number++) {
            int half = half(number);
            show(hash(number + 2, pieces, start, half));
            show(hash(-number, pieces, start + length - half, half));
        }
    }

    private void show(int bit) {
        shown[bit >>> 6] |= 1L << bit;
    }

    private boolean shows(long trace, int part) {
        int bit = (int) (trace >>> part * BITS) & MASK;
        return (shown[bit >>> 6] >>> bit & 1) != 0;
    }

    /** False where the text surely does not name the item with these traces in part or with a slip. */
    boolean mayShow(long number, int reference) {
        return shows(number, 0)
                || shows(number, 1)
                || shows(number, 2)
                || shows(number, 3)
                || shows(reference, 0)
                || shows(reference, 1);
    }

    /** The trace of an item's reference, by what {@link Numbers} knows of it. */
    static int ofReference(Numbers numbers, int item) {
        String reference = numbers.reference(item);
        if (reference == null || reference.length() < WeakNaming.SHORTEST_OF_REFERENCE) {
            return NEVER;
        }
        return last(reference) << BITS | first(reference);
    }

    private static int first(String written) {
        return hash(written.length() + 2, written, 0, half(written.length()));
    }

    private static int last(String written) {
        int half = half(written.length());
        return hash(-written.length(), written, written.length() - half, half);
    }

    /** The trace of an item's number, by what {@link Numbers} knows of it. */
    static long of(Numbers numbers, int item) {
        String number = numbers.bare(item);
        String serial = numbers.serial(item);
        int length = number.length();
        int end = NEVER;
        int whole = NEVER;
        if (serial != null && serial.length() > WeakNaming.SHORTEST_END) {
            int from = serial.length() - WeakNaming.SHORTEST_END;
            end = hash(1, serial, from, WeakNaming.SHORTEST_END);
        }
        if (serial != null && serial.length() >= SHORTEST_SERIAL) {
            whole = hash(2, serial, 0, serial.length());
        }
        int first = NEVER;
        int last = NEVER;
        if (length >= WeakNaming.SHORTEST_EDIT) {
            first = first(number);
            last = last(number);
        } else if (length >= WeakNaming.SHORTEST_SLIP) {
            first = hash(length + 2, number, 0, length);
        }
        return (long) Math.min(LONGEST, length) << LENGTH
                | (long) last << 3 * BITS
                | (long) first << 2 * BITS
                | (long) whole << BITS
                | end;
    }

    /** Whether the number with this trace may end with these digits; true where the trace cannot tell. */
    static boolean mayEndWith(long trace, String digits) {
        int length = (int) (trace >>> LENGTH);
        int half = half(length);
        return length < WeakNaming.SHORTEST_EDIT
                || length == LONGEST
                || half > digits.length()
                || ((int) (trace >>> 3 * BITS) & MASK) == hash(-length, digits, digits.length() - half, half);
    }

    private static int half(int number) {
        return (number - 1) / 2;
    }

    private static int hash(int kind, Pieces pieces, int from, int length) {
        long state = kind;
        for (int i = from; i < from + length; i++) {
            state = Hash.with(state, WeakNaming.digitLike(pieces.at(i)));
        }
        return bit(state);
    }

    private static int hash(int kind, String text, int from, int length) {
        long state = kind;
        for (int i = from; i < from + length; i++) {
            state = Hash.with(state, WeakNaming.digitLike(text.charAt(i)));
        }
        return bit(state);
    }

    private static int bit(long state) {
        int bit = (int) (Hash.done(state) >>> 64 - BITS);
        return bit == NEVER ? 1 : bit;
    }
}
