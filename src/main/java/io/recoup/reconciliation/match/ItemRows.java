package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of items again and again, side by side: one item's is read from memory at once, without an object on the way.
 * Items are known by their place; 32 bytes each.
 */
final class ItemRows {

    /** Of an item: what is open; when it is due and was issued; its debtor and mark; its id. */
    private static final int WIDTH = 4;

    private static final int CREDIT = 1;
    private static final int DISCOUNTED = 2;
    private static final int PRINTED = 4;
    private static final int CHANGED = 8;
    private static final int CURRENCY = 4;
    private static final int CURRENCIES = 1 << 8;
    private static final int NUMBER = 12;

    private long[] rows = new long[WIDTH << 10];
    private final List<String> currencies = new ArrayList<>();

    /** The next place is taken by this item. */
    void add(int place, MatchItem item, int debtor) {
        int row = place * WIDTH;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, row * 2);
        }
        rows[row] = item.open().minor();
        rows[row + 1] = item.dueOn().toEpochDay() << 32 | item.issuedOn().toEpochDay() & 0xffff_ffffL;
        rows[row + 2] = (long) debtor << 32 | mark(item) & 0xffff_ffffL;
        rows[row + 3] = item.id();
    }

    private int mark(MatchItem item) {
        return item.number().hashCode() << NUMBER
                | place(item.open().currencyCode()) << CURRENCY
                | (item.reference() == null ? 0 : PRINTED)
                | (item.discounts().isEmpty() ? 0 : DISCOUNTED)
                | (item.isCredit() ? CREDIT : 0);
    }

    private int place(String currency) {
        int known = currency(currency);
        if (known >= 0) {
            return known;
        }
        if (currencies.size() == CURRENCIES) {
            throw new IllegalStateException("more than " + CURRENCIES + " currencies");
        }
        currencies.add(currency);
        return currencies.size() - 1;
    }

    /** What stands for a currency here; -1 where nothing is in it. */
    int currency(String code) {
        return currencies.indexOf(code);
    }

    /** What is open, in minor units; never below zero. */
    long open(int item) {
        return rows[item * WIDTH];
    }

    void open(int item, long minor) {
        rows[item * WIDTH] = minor;
        rows[item * WIDTH + 2] |= CHANGED;
    }

    /** Whether it may be found twice by one amount: it has discounts, or had another amount before. */
    boolean mayHaveAmountTwice(int item) {
        return (mark(item) & (DISCOUNTED | CHANGED)) != 0;
    }

    /** The same as it counts towards a payment: a credit note's is negative. */
    long signed(int item) {
        int row = item * WIDTH;
        return isCredit((int) rows[row + 2]) ? -rows[row] : rows[row];
    }

    /** Days since 1970, as {@code issued}. */
    int due(int item) {
        return (int) (rows[item * WIDTH + 1] >> 32);
    }

    int issued(int item) {
        return (int) rows[item * WIDTH + 1];
    }

    int debtor(int item) {
        return (int) (rows[item * WIDTH + 2] >> 32);
    }

    /** Its currency, whether it is a credit note, has discounts, a reference. */
    int mark(int item) {
        return (int) rows[item * WIDTH + 2];
    }

    long id(int item) {
        return rows[item * WIDTH + 3];
    }

    /** Whether two items are one debtor's and their numbers may be the same. */
    boolean mayBeOneDocument(int one, int other) {
        return (rows[one * WIDTH + 2] ^ rows[other * WIDTH + 2]) >>> NUMBER == 0;
    }

    static boolean isCredit(int mark) {
        return (mark & CREDIT) != 0;
    }

    static boolean isDiscounted(int mark) {
        return (mark & DISCOUNTED) != 0;
    }

    /** Whether a reference was printed on it. */
    static boolean isPrinted(int mark) {
        return (mark & PRINTED) != 0;
    }

    static int currency(int mark) {
        return mark >>> CURRENCY & CURRENCIES - 1;
    }
}
