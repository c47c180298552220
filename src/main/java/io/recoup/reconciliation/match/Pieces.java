package io.recoup.reconciliation.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The letters and digits of a text in capitals, cut into pieces of letters or of digits alone, so that a document number
 * is a run of neighbouring pieces however it was written: {@code "Fra. F-2026/0012"} is FRA, F, 2026, 0012.
 */
final class Pieces {

    private char[] text = new char[256];
    private int[] start = new int[64];
    private boolean[] glued = new boolean[64];
    private int length;
    private int count;

    /** Forgets what it holds and takes these texts, each apart from the next. */
    Pieces take(String... texts) {
        length = 0;
        count = 0;
        for (String one : texts) {
            if (one != null) {
                take(one);
            }
        }
        end();
        return this;
    }

    /** Takes one more, apart from the others. */
    Pieces and(@Nullable String text) {
        if (text != null) {
            take(text);
            end();
        }
        return this;
    }

    private void end() {
        if (start.length <= count) {
            start = Arrays.copyOf(start, count * 2);
        }
        start[count] = length;
    }

    private void take(String raw) {
        String folded = Fold.capitals(raw);
        if (text.length < length + folded.length()) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + folded.length()));
        }
        int before = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            int kind = c >= '0' && c <= '9' ? 1 : Character.isLetter(c) ? 2 : 0;
            if (kind != 0) {
                if (kind != before) {
                    begin(before != 0);
                }
                text[length++] = c;
            }
            before = kind;
        }
    }

    private void begin(boolean toTheOneBefore) {
        if (count + 1 >= start.length) {
            start = Arrays.copyOf(start, start.length * 2);
            glued = Arrays.copyOf(glued, start.length);
        }
        glued[count] = toTheOneBefore;
        start[count++] = length;
    }

    int count() {
        return count;
    }

    int start(int piece) {
        return start[piece];
    }

    int end(int piece) {
        return start[piece + 1];
    }

    char at(int position) {
        return text[position];
    }

    boolean isDigits(int piece) {
        return text[start[piece]] <= '9';
    }

    /** Whether no separator stands between this piece and the one before. */
    boolean isGlued(int piece) {
        return piece < count && glued[piece];
    }

    String run(int from, int to) {
        return new String(text, start[from], end(to) - start[from]);
    }
}
