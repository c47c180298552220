package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items in columns that lie side by side, so that looking at one touches few places; known by their place. */
final class ExactItems {

    private static final byte CREDIT = 64;

    /**
     * Of an item: what is open; the days it is due and was issued; its debtor and mark; where it is printed and how long;
     * how it stands among the others. The rest is left free, so that a row lies in one line of the cache.
     */
    private static final int WIDTH = 8;

    private static final int NO_REFERENCE = 0xffff;

    private final List<String> currencies = new ArrayList<>();
    private final long[] rows;
    private char[] printed;
    private int items;
    private int length;

    ExactItems(int most) {
        rows = new long[WIDTH * most];
        printed = new char[16 * most + 64];
    }

    /**
     * @param number as printed, as the reference
     * @param issued days since 1970, as {@code due}
     * @param open in minor units
     */
    void add(
            int debtor,
            CharSequence number,
            @Nullable CharSequence reference,
            int issued,
            int due,
            long open,
            String currency,
            boolean credit) {
        int mark = currency(currency);
        if (mark < 0) {
            mark = currencies.size();
            currencies.add(currency);
        }
        if (mark >= CREDIT) {
            throw new IllegalArgumentException("more than " + CREDIT + " currencies: " + currency);
        }
        int row = WIDTH * items++;
        rows[row] = open;
        rows[row + 1] = pair(due, issued);
        rows[row + 2] = pair(debtor, credit ? mark | CREDIT : mark);
        rows[row + 3] = pair(length, number.length() << 16 | (reference == null ? NO_REFERENCE : reference.length()));
        print(number);
        if (reference != null) {
            print(reference);
        }
    }

    private void print(CharSequence text) {
        if (text.length() >= NO_REFERENCE / 2) {
            throw new IllegalArgumentException("too long to be a number: " + text.length() + " characters");
        }
        if (printed.length < length + text.length()) {
            printed = Arrays.copyOf(printed, 2 * (length + text.length()));
        }
        for (int i = 0; i < text.length(); i++) {
            printed[length++] = text.charAt(i);
        }
    }

    private static long pair(int high, int low) {
        return (long) high << 32 | low & 0xffff_ffffL;
    }

    /** By which items of this currency are known; -1 where there are none. */
    int currency(String code) {
        for (int i = 0; i < currencies.size(); i++) {
            if (currencies.get(i).equals(code)) {
                return i;
            }
        }
        return -1;
    }

    int size() {
        return items;
    }

    long open(int item) {
        return rows[WIDTH * item];
    }

    int due(int item) {
        return (int) (rows[WIDTH * item + 1] >> 32);
    }

    int issued(int item) {
        return (int) rows[WIDTH * item + 1];
    }

    int debtor(int item) {
        return (int) (rows[WIDTH * item + 2] >> 32);
    }

    /** Its currency, and whether it is a credit note. */
    byte mark(int item) {
        return (byte) rows[WIDTH * item + 2];
    }

    static boolean isCredit(byte mark) {
        return (mark & CREDIT) != 0;
    }

    /** What {@link ExactOwed} keeps about it. */
    long among(int item) {
        return rows[WIDTH * item + 4];
    }

    void among(int item, long others) {
        rows[WIDTH * item + 4] = others;
    }

    boolean hasReference(int item) {
        return (rows[WIDTH * item + 3] & 0xffff) != NO_REFERENCE;
    }

    /** Where the number, or the reference behind it, begins in what is printed. */
    int begin(int item, boolean reference) {
        long at = rows[WIDTH * item + 3];
        return (int) (at >> 32) + (reference ? (int) (at >>> 16) & 0xffff : 0);
    }

    int length(int item, boolean reference) {
        return (int) (rows[WIDTH * item + 3] >>> (reference ? 0 : 16)) & 0xffff;
    }

    char[] printed() {
        return printed;
    }

    /** The number, or the reference that it must have. */
    String text(int item, boolean reference) {
        return new String(printed, begin(item, reference), length(item, reference));
    }
}
