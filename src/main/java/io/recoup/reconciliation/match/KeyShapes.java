package io.recoup.reconciliation.match;

/**
 * What keys look like: how many letters and digits they have, how many of them are digits, and with which they begin. Of
 * the runs of a text all but a few can be told to be none without looking them up.
 */
final class KeyShapes {

    static final int LONGEST = 35;

    /** By length: a bit for each number of digits. */
    private final long[] beginningWithLetter = new long[LONGEST + 1];

    private final long[] beginningWithDigit = new long[LONGEST + 1];

    /** @param key letters and digits alone; longer than a run of a text can be, it counts for nothing */
    void add(CharSequence key) {
        int digits = 0;
        for (int i = 0; i < key.length(); i++) {
            digits += Numbers.isDigit(key.charAt(i)) ? 1 : 0;
        }
        if (!key.isEmpty() && key.length() <= LONGEST) {
            add(key.length(), digits, Numbers.isDigit(key.charAt(0)));
        }
    }

    void add(int length, int digits, boolean digitFirst) {
        (digitFirst ? beginningWithDigit : beginningWithLetter)[length] |= 1L << digits;
    }

    /** False where no key looks like that. */
    boolean has(int length, int digits, boolean digitFirst) {
        return length <= LONGEST
                && ((digitFirst ? beginningWithDigit : beginningWithLetter)[length] >>> digits & 1) != 0;
    }

    /** False where no key looks like that but for one letter or digit. */
    boolean hasNearly(int length, int digits) {
        long near = 7L << digits >>> 1;
        for (int other = Math.max(0, length - 1); other <= Math.min(LONGEST, length + 1); other++) {
            if (((beginningWithDigit[other] | beginningWithLetter[other]) & near) != 0) {
                return true;
            }
        }
        return false;
    }
}
