package io.recoup.reconciliation.match;

import java.util.Map;

/** What is open, by debtor and by amount, before anything of a batch is settled. Room is taken once. */
final class ExactOwed {

    /** As far as {@link Book#countOfAmount} counts. */
    private static final int MOST_COUNTED = 1_000;

    /** Where each debtor's items begin in the columns that follow; one more for the end. */
    private final int[] first;

    private final long[] open;
    private final int[] due;
    private final byte[] marks;
    private final int[] items;
    private final Map<Integer, long[]> discounted;
    private final int openItems;

    private final long[] amounts;
    private final int[] counts;

    /**
     * @param discounted by item: what may be paid instead of what is open, one for each discount
     * @param whole the ledger of which this is a part
     */
    ExactOwed(ExactIndex index, int debtors, Map<Integer, long[]> discounted, Whole whole) {
        this.discounted = discounted;
        first = new int[debtors + 1];
        int payable = 0;
        for (int item = 0; item < index.items(); item++) {
            if (index.open(item) > 0) {
                first[index.debtor(item) + 1]++;
                payable++;
            }
        }
        openItems = Math.max(payable, whole.openItems());
        for (int debtor = 0; debtor < debtors; debtor++) {
            first[debtor + 1] += first[debtor];
        }
        open = new long[payable];
        due = new int[payable];
        marks = new byte[payable];
        items = new int[payable];
        int most = payable
                + discounted.values().stream().mapToInt(steps -> steps.length).sum();
        amounts = new long[Integer.highestOneBit(Math.max(16, most)) * 4];
        counts = new int[amounts.length];
        int[] next = first.clone();
        for (int item = 0; item < index.items(); item++) {
            if (index.open(item) > 0) {
                enter(index, item, next[index.debtor(item)]++);
            }
        }
        whole.amounts().forEach((amount, count) -> raise(index, amount, count));
    }

    private void enter(ExactIndex index, int item, int at) {
        open[at] = index.open(item);
        due[at] = index.due(item);
        marks[at] = index.mark(item);
        items[at] = item;
        if (!ExactIndex.isCredit(marks[at])) {
            count(marks[at], open[at]);
            if (!discounted.isEmpty() && discounted.containsKey(item)) {
                for (long amount : discounted.get(item)) {
                    count(marks[at], amount);
                }
            }
        }
    }

    private void count(byte currency, long amount) {
        int slot = slot(key(currency, amount));
        amounts[slot] = key(currency, amount);
        counts[slot] = Math.min(MOST_COUNTED, counts[slot] + 1);
    }

    private void raise(ExactIndex index, String amount, int count) {
        int currency = index.currency(amount.substring(0, 3));
        int slot = slot(key((byte) currency, Long.parseLong(amount.substring(3))));
        if (currency >= 0 && amounts[slot] != 0) {
            counts[slot] = Math.max(counts[slot], count);
        }
    }

    private static long key(byte currency, long amount) {
        return Hash.of(currency, amount);
    }

    private int slot(long key) {
        int mask = amounts.length - 1;
        int slot = (int) (key >>> 32) & mask;
        while (amounts[slot] != 0 && amounts[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** How many items are open in the whole ledger. */
    int openItems() {
        return openItems;
    }

    /** How many items of the debtor are open. */
    int openItemsOf(int debtor) {
        return first[debtor + 1] - first[debtor];
    }

    /** As {@link Book#countOfAmount}; of an amount that no item here has, zero. */
    int withAmount(byte currency, long amount) {
        return counts[slot(key(currency, amount))];
    }

    /** How many items of the debtor have this amount, exactly or with a discount. */
    int ofDebtorWithAmount(int debtor, byte currency, long amount) {
        int equal = 0;
        for (int at = first[debtor]; at < first[debtor + 1]; at++) {
            equal += marks[at] == currency && (open[at] == amount || isDiscounted(at, amount)) ? 1 : 0;
        }
        return equal;
    }

    private boolean isDiscounted(int at, long amount) {
        if (discounted.isEmpty() || !discounted.containsKey(items[at])) {
            return false;
        }
        for (long one : discounted.get(items[at])) {
            if (one == amount) {
                return true;
            }
        }
        return false;
    }

    /** How many items of the debtor, credit notes aside, are due before that day. */
    int dueBefore(int debtor, int day) {
        int before = 0;
        for (int at = first[debtor]; at < first[debtor + 1]; at++) {
            before += due[at] < day && !ExactIndex.isCredit(marks[at]) ? 1 : 0;
        }
        return before;
    }
}
