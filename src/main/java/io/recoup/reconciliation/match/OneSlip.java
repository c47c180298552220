package io.recoup.reconciliation.match;

import java.util.stream.Stream;

/**
 * Every key from which a text is one slip away: one of its letters or digits is another, is missing, is too many, or is
 * swapped with its neighbour. Digits are tried beside digits, letters beside letters, both at the ends; keys that look like none
 * that there is are left out.
 */
final class OneSlip {

    private static final String[] DIGITS = "0123456789".split("");
    private static final String[] LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("");
    private static final String[] NOTHING = {""};

    /** By a digit or letter: what a reader of paper takes it for, letters for a digit or the digit for a letter. */
    private static final String[][] ALIKE = new String[128][];

    static {
        for (String digit : DIGITS) {
            ALIKE[digit.charAt(0)] = alike(LETTERS, digit.charAt(0));
        }
        for (String letter : LETTERS) {
            ALIKE[letter.charAt(0)] = alike(DIGITS, letter.charAt(0));
        }
    }

    private static String[] alike(String[] all, char c) {
        return Stream.of(all)
                .filter(one -> WeakNaming.digitLike(one.charAt(0)) == WeakNaming.digitLike(c))
                .toArray(String[]::new);
    }

    private final String text;
    private final KeyShapes shapes;
    private final Keys keys;

    /** Of the text up to each place: how many digits it has. */
    private final int[] digits;

    private OneSlip(String text, KeyShapes shapes, Keys keys) {
        this.text = text;
        this.shapes = shapes;
        this.keys = keys;
        digits = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            digits[i + 1] = digits[i] + (isDigit(i) ? 1 : 0);
        }
    }

    /** Hears of each key. */
    interface Keys {

        /** What comes before {@code upTo}, then these letters or digits, then what comes from {@code after} on. */
        void key(int upTo, String instead, int after);
    }

    /**
     * @param text letters and digits alone, in capitals
     * @param shapes of the keys that there are
     */
    static void of(String text, KeyShapes shapes, Keys keys) {
        OneSlip slip = new OneSlip(text, shapes, keys);
        if (shapes.hasNearly(text.length(), slip.digits[text.length()])) {
            slip.find();
        }
    }

    private void find() {
        for (int i = 0; i < text.length(); i++) {
            each(NOTHING, i, i + 1);
            each(isDigit(i) ? DIGITS : LETTERS, i, i + 1);
            if (text.charAt(i) < ALIKE.length) {
                each(ALIKE[text.charAt(i)], i, i + 1);
            }
            if (i + 1 < text.length()) {
                swapped(i);
            }
        }
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == 0 || i == text.length();
            if (end || isDigit(i - 1) || isDigit(i)) {
                each(DIGITS, i, i);
            }
            if (end || !isDigit(i - 1) || !isDigit(i)) {
                each(LETTERS, i, i);
            }
        }
    }

    private void swapped(int at) {
        if (at == 0 || shapes.has(text.length(), digits[text.length()], isDigit(0))) {
            each(new String[] {"" + text.charAt(at + 1) + text.charAt(at)}, at, at + 2);
        }
    }

    private boolean isDigit(int at) {
        return Numbers.isDigit(text.charAt(at));
    }

    /** @param instead which all look alike */
    private void each(String[] instead, int upTo, int after) {
        if (instead.length > 0 && hasShape(instead[0], upTo, after)) {
            for (String one : instead) {
                if (!text.startsWith(one, upTo) || one.length() != after - upTo) {
                    keys.key(upTo, one, after);
                }
            }
        }
    }

    private boolean hasShape(String instead, int upTo, int after) {
        int length = upTo + instead.length() + text.length() - after;
        int count = digits[upTo] + digits[text.length()] - digits[after];
        for (int i = 0; i < instead.length(); i++) {
            count += Numbers.isDigit(instead.charAt(i)) ? 1 : 0;
        }
        char first = upTo > 0 || instead.isEmpty() ? text.charAt(upTo > 0 ? 0 : after) : instead.charAt(0);
        return shapes.has(length, count, Numbers.isDigit(first));
    }
}
