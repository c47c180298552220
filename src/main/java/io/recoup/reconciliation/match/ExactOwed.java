package io.recoup.reconciliation.match;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is open, by debtor and by amount, before anything of a batch is settled. Room is taken once. */
final class ExactOwed {

    /** As far as {@link Book#countOfAmount} counts. */
    private static final int MOST_COUNTED = 1_000;

    /** So many bits each of the three counts that are kept with an item. */
    private static final int PART = 16;

    /** As large a count as that is not kept but counted each time. */
    private static final int MOST_KEPT = 0xffff;

    /** A debtor's items are compared with each other beforehand unless they are more. */
    private static final int MOST_COMPARED = 256;

    /** Of an open item: what is open; when it is due and its mark; its place. */
    private static final int WIDTH = 3;

    /** Where each debtor's items begin in the rows that follow; one more for the end. */
    private final int[] first;

    private final long[] rows;
    private final ExactItems items;
    private final Map<Integer, long[]> discounted;
    private final int openItems;

    /** Of each slot the hash of an amount and, in the next place, how many items have it. */
    private long @Nullable [] amounts;

    /**
     * @param discounted by item: what may be paid instead of what is open, one for each discount
     * @param whole the ledger of which this is a part
     */
    ExactOwed(ExactItems items, int debtors, Map<Integer, long[]> discounted, Whole whole) {
        this.items = items;
        this.discounted = discounted;
        first = new int[debtors + 2];
        int payable = 0;
        for (int item = 0; item < items.size(); item++) {
            if (items.open(item) > 0) {
                first[items.debtor(item) + 2] += WIDTH;
                payable++;
            }
        }
        openItems = Math.max(payable, whole.openItems());
        for (int debtor = 0; debtor < debtors; debtor++) {
            first[debtor + 2] += first[debtor + 1];
        }
        rows = new long[WIDTH * payable];
        int most = payable
                + discounted.values().stream().mapToInt(steps -> steps.length).sum();
        amounts = new long[Integer.highestOneBit(Math.max(16, most)) * 8];
        for (int item = 0; item < items.size(); item++) {
            if (items.open(item) > 0) {
                // each debtor's beginning moves up to the next one's while his items are entered
                int debtor = items.debtor(item);
                enter(items, item, first[debtor + 1]);
                first[debtor + 1] += WIDTH;
            }
        }
        whole.amounts().forEach((amount, count) -> raise(items, amount, count));
        for (int debtor = 0; debtor < debtors; debtor++) {
            keep(debtor);
        }
        amounts = null;
    }

    private void enter(ExactItems items, int item, int row) {
        byte mark = items.mark(item);
        rows[row] = items.open(item);
        rows[row + 1] = (long) items.due(item) << 32 | mark;
        rows[row + 2] = item;
        if (!ExactItems.isCredit(mark)) {
            count(mark, rows[row]);
            if (!discounted.isEmpty() && discounted.containsKey(item)) {
                for (long amount : discounted.get(item)) {
                    count(mark, amount);
                }
            }
        }
    }

    private void count(byte currency, long amount) {
        int slot = slot(key(currency, amount));
        amounts[slot] = key(currency, amount);
        amounts[slot + 1] = Math.min(MOST_COUNTED, amounts[slot + 1] + 1);
    }

    private void raise(ExactItems items, String amount, int count) {
        int currency = items.currency(amount.substring(0, 3));
        int slot = slot(key((byte) currency, Long.parseLong(amount.substring(3))));
        if (currency >= 0 && amounts[slot] != 0) {
            amounts[slot + 1] = Math.max(amounts[slot + 1], count);
        }
    }

    private static long key(byte currency, long amount) {
        return Hash.of(currency, amount);
    }

    private int slot(long key) {
        int mask = amounts.length - 2;
        int slot = (int) (key >>> 31) & mask;
        while (amounts[slot] != 0 && amounts[slot] != key) {
            slot = slot + 2 & mask;
        }
        return slot;
    }

    /** How many items are open in the whole ledger. */
    int openItems() {
        return openItems;
    }

    /** How many items of the debtor are open. */
    int openItemsOf(int debtor) {
        return (first[debtor + 1] - first[debtor]) / WIDTH;
    }

    /** Of an open item that is no credit note: as {@link Book#countOfAmount} of what is open. */
    int withAmountOf(int item) {
        return (int) (items.among(item) >>> 2 * PART) & MOST_KEPT;
    }

    /** How many items of the debtor have the amount of this one, exactly or with a discount. */
    int ofDebtorWithAmountOf(int item) {
        int kept = (int) items.among(item) & MOST_KEPT;
        return kept == MOST_KEPT ? equal(items.debtor(item), items.mark(item), items.open(item)) : kept;
    }

    /** How many items of the debtor, credit notes aside, are due before this one and before that day. */
    int dueBefore(int item, int day) {
        int kept = (int) (items.among(item) >>> PART) & MOST_KEPT;
        return kept == 0 || kept < MOST_KEPT && day >= items.due(item)
                ? kept
                : before(items.debtor(item), Math.min(day, items.due(item)));
    }

    private void keep(int debtor) {
        int size = openItemsOf(debtor);
        for (int row = first[debtor]; row < first[debtor + 1]; row += WIDTH) {
            byte mark = (byte) rows[row + 1];
            long all = ExactItems.isCredit(mark) ? 0 : amounts[slot(key(mark, rows[row])) + 1];
            long equal = size > MOST_COMPARED ? MOST_KEPT : equal(debtor, mark, rows[row]);
            long before = size > MOST_COMPARED ? MOST_KEPT : before(debtor, (int) (rows[row + 1] >> 32));
            items.among((int) rows[row + 2], all << 2 * PART | before << PART | equal);
        }
    }

    private int equal(int debtor, byte mark, long amount) {
        int equal = 0;
        for (int at = first[debtor]; at < first[debtor + 1]; at += WIDTH) {
            equal += (byte) rows[at + 1] == mark && (rows[at] == amount || isDiscounted(at, amount)) ? 1 : 0;
        }
        return equal;
    }

    private boolean isDiscounted(int at, long amount) {
        int item = (int) rows[at + 2];
        if (discounted.isEmpty() || !discounted.containsKey(item)) {
            return false;
        }
        for (long one : discounted.get(item)) {
            if (one == amount) {
                return true;
            }
        }
        return false;
    }

    private int before(int debtor, int day) {
        int before = 0;
        for (int at = first[debtor]; at < first[debtor + 1]; at += WIDTH) {
            before += (int) (rows[at + 1] >> 32) < day && !ExactItems.isCredit((byte) rows[at + 1]) ? 1 : 0;
        }
        return before;
    }
}
