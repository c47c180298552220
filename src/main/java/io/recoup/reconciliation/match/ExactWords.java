package io.recoup.reconciliation.match;

import java.util.List;

/**
 * Whether a text surely says nothing of what {@link Purpose} looks for. Compares the first four letters of each word
 * alone: where they are those of such a word the text may still say nothing, and who asks has to look closer.
 */
final class ExactWords {

    private static final int LETTERS = 4;
    private static final int SLOTS = 1 << 9;
    private static final ExactWords WORDS = new ExactWords(Purpose.words());
    private static final ExactWords BEFORE_ANOTHER = new ExactWords(Purpose.wordsBeforeAnother());

    private final long[] slots = new long[SLOTS];

    private ExactWords(List<String> words) {
        words.forEach(word -> slots[slot(beginning(Fold.word(word)))] = beginning(Fold.word(word)));
    }

    /** False where the payer's words surely have no purpose. */
    static boolean maySayWhatFor(ExactText text) {
        for (int piece = 0; piece < text.said(); piece++) {
            if (!text.isDigits(piece)) {
                long word = beginning(text, piece);
                boolean beside = piece + 1 < text.said() && !text.isDigits(piece + 1);
                if (WORDS.has(word) || beside && BEFORE_ANOTHER.has(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean has(long beginning) {
        return slots[slot(beginning)] == beginning;
    }

    private int slot(long beginning) {
        int slot = (int) (Hash.done(beginning) >>> 32) & SLOTS - 1;
        while (slots[slot] != 0 && slots[slot] != beginning) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    private static long beginning(String word) {
        long letters = 0;
        for (int i = 0; i < Math.min(LETTERS, word.length()); i++) {
            letters = letters << 16 | word.charAt(i);
        }
        return letters;
    }

    /** The same of a piece, an umlaut written as two letters read as {@link Fold#word} reads it. */
    private static long beginning(ExactText text, int piece) {
        long letters = 0;
        char before = 0;
        for (int i = 0, kept = 0; i < text.length(piece, piece) && kept < LETTERS; i++) {
            char c = text.at(piece, i);
            boolean umlaut = c == 'E' && (before == 'A' || before == 'O' || before == 'U');
            if (!umlaut) {
                letters = letters << 16 | c;
                kept++;
            }
            before = c;
        }
        return letters;
    }
}
