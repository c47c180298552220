package io.recoup.reconciliation.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a payment says, cut as {@link Pieces} cuts it, but without an object for each text: the reference, the payer's
 * words, the end-to-end id.
 */
final class ExactText {

    /** By character: its capital where it is a letter or digit, else zero. */
    private static final char[] CAPITALS = new char[128];

    static {
        for (char c = 0; c < CAPITALS.length; c++) {
            CAPITALS[c] = Character.isLetterOrDigit(c) ? Character.toUpperCase(c) : 0;
        }
    }

    private char[] text = new char[512];
    private int[] start = new int[128];
    private int[] digits = new int[128];
    private boolean[] glued = new boolean[128];
    private int length;
    private int count;
    private int referred;
    private int said;

    void take(@Nullable CharSequence reference, @Nullable CharSequence remittance, @Nullable String id) {
        length = 0;
        count = 0;
        cut(reference);
        referred = reference == null ? -1 : count;
        cut(remittance);
        said = count;
        cut(id == null || id.equalsIgnoreCase("NOTPROVIDED") ? null : id);
        end();
    }

    /** One text alone. */
    void take(CharSequence text) {
        take(null, text, null);
    }

    private void end() {
        start[count] = length;
        digits[0] = 0;
        for (int piece = 0; piece < count; piece++) {
            digits[piece + 1] = digits[piece] + (isDigits(piece) ? start[piece + 1] - start[piece] : 0);
        }
    }

    private void cut(@Nullable CharSequence raw) {
        if (raw == null) {
            return;
        }
        int lengthBefore = length;
        int countBefore = count;
        makeRoom(raw.length());
        int before = 0;
        for (int i = 0, end = raw.length(); i < end; i++) {
            char c = raw.charAt(i);
            if (c >= 128) {
                length = lengthBefore;
                count = countBefore;
                cutFolded(Fold.capitals(raw.toString()));
                return;
            }
            char capital = CAPITALS[c];
            before = capital == 0 ? 0 : put(capital, capital <= '9' ? 1 : 2, before);
        }
    }

    private void cutFolded(String capitals) {
        makeRoom(capitals.length());
        int before = 0;
        for (int i = 0; i < capitals.length(); i++) {
            char c = capitals.charAt(i);
            int kind = Numbers.isDigit(c) ? 1 : Character.isLetter(c) ? 2 : 0;
            before = kind == 0 ? 0 : put(c, kind, before);
        }
    }

    private int put(char c, int kind, int before) {
        if (kind != before) {
            glued[count] = before != 0;
            start[count++] = length;
        }
        text[length++] = c;
        return kind;
    }

    private void makeRoom(int more) {
        if (text.length < length + more) {
            text = Arrays.copyOf(text, 2 * (length + more));
        }
        if (start.length < count + more + 1) {
            start = Arrays.copyOf(start, 2 * (count + more + 1));
            digits = Arrays.copyOf(digits, start.length);
            glued = Arrays.copyOf(glued, start.length);
        }
    }

    int count() {
        return count;
    }

    /** How many pieces the reference has, which come first; -1 where there is none. */
    int referred() {
        return referred;
    }

    /** How many pieces come before the end-to-end id. */
    int said() {
        return said;
    }

    boolean isDigits(int piece) {
        return text[start[piece]] <= '9';
    }

    /** Whether no separator stands between this piece and the one before. */
    boolean isGlued(int piece) {
        return piece < count && glued[piece];
    }

    /** Letters and digits from the one piece to the other. */
    int length(int from, int to) {
        return start[to + 1] - start[from];
    }

    int digits(int from, int to) {
        return digits[to + 1] - digits[from];
    }

    char at(int piece, int offset) {
        return text[start[piece] + offset];
    }

    boolean isYear(int from, int to) {
        int at = start[from];
        return from == to
                && start[to + 1] - at == 4
                && (text[at] == '2' && text[at + 1] == '0' || text[at] == '1' && text[at + 1] == '9');
    }

    /** As {@link Hash#of} of the run's letters and digits. */
    long hash(int from, int to) {
        long state = 0;
        for (int at = start[from]; at < start[to + 1]; at++) {
            state = Hash.with(state, text[at]);
        }
        return Hash.done(state);
    }

    /** The same of its digits alone. */
    long hashOfDigits() {
        long state = 0;
        for (int at = 0; at < length; at++) {
            state = text[at] <= '9' ? Hash.with(state, text[at]) : state;
        }
        return Hash.done(state);
    }

    /** Whether the run is what is printed there, separators aside, or its digits alone. */
    boolean isRun(int from, int to, char[] printed, int begin, int size, boolean digitsAlone) {
        int at = start[from];
        int end = start[to + 1];
        for (int i = begin; i < begin + size; i++) {
            char c = printed[i];
            if (c >= 128) {
                String squashed = Fold.squashed(new String(printed, begin, size));
                String key = digitsAlone ? Numbers.digits(squashed) : squashed;
                return key.contentEquals(new String(text, start[from], length(from, to)));
            }
            char capital = CAPITALS[c];
            if (capital != 0 && (!digitsAlone || capital <= '9')) {
                if (at == end || text[at++] != capital) {
                    return false;
                }
            }
        }
        return at == end;
    }

    /** As {@link Hash#of} of its letters and digits in capitals. */
    static long squashedHash(CharSequence raw) {
        long state = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= 128) {
                return Hash.of(Fold.squashed(raw.toString()));
            }
            state = CAPITALS[c] == 0 ? state : Hash.with(state, CAPITALS[c]);
        }
        return Hash.done(state);
    }
}
