package io.recoup.reconciliation.match;

import java.util.Map;

/** What is open, by debtor and by amount, before anything of a batch is settled. Room is taken once. */
final class ExactOwed {

    /** So many bits each of the four counts that are kept with an item. */
    private static final int PART = 16;

    /** As large a count as that is not kept but counted each time. */
    private static final int MOST_KEPT = 0xffff;

    /** A debtor's items are compared with each other beforehand unless they are more. */
    private static final int MOST_COMPARED = 256;

    /** So many are asked of the memory side by side before the first is worked on: each lies elsewhere. */
    private static final int TOGETHER = 64;

    /** Of an open item: what is open; when it is due and its mark; its place. */
    private static final int WIDTH = 3;

    /** Where each debtor's items begin in the rows that follow; one more for the end. */
    private final int[] first;

    private final long[] rows;
    private final ExactItems items;
    private final Map<Integer, long[]> discounted;
    private final int openItems;

    /** What was read ahead, so that nobody finds that it was read for nothing. */
    private long fetched;

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
        ExactAmounts amounts = new ExactAmounts(payable
                + discounted.values().stream().mapToInt(steps -> steps.length).sum());
        for (int from = 0; from < items.size(); from += TOGETHER) {
            enter(from, Math.min(items.size(), from + TOGETHER), amounts);
        }
        whole.amounts().forEach((amount, count) -> raise(amounts, amount, count));
        for (int from = 0; from < debtors; from += TOGETHER) {
            keep(from, Math.min(debtors, from + TOGETHER), amounts);
        }
    }

    private void enter(int from, int to, ExactAmounts amounts) {
        for (int item = from; item < to; item++) {
            fetched += amounts.fetch(items.mark(item), items.open(item)) + first[items.debtor(item) + 1];
        }
        for (int item = from; item < to; item++) {
            if (items.open(item) > 0) {
                enter(item, amounts);
            }
        }
    }

    private void enter(int item, ExactAmounts amounts) {
        // each debtor's beginning moves up to the next one's while his items are entered
        int row = first[items.debtor(item) + 1];
        first[items.debtor(item) + 1] += WIDTH;
        byte mark = items.mark(item);
        rows[row] = items.open(item);
        rows[row + 1] = (long) items.due(item) << 32 | mark;
        rows[row + 2] = item;
        if (!ExactItems.isCredit(mark)) {
            amounts.count(mark, rows[row]);
            if (!discounted.isEmpty() && discounted.containsKey(item)) {
                for (long amount : discounted.get(item)) {
                    amounts.count(mark, amount);
                }
            }
        }
    }

    private void raise(ExactAmounts amounts, String amount, int count) {
        int currency = items.currency(amount.substring(0, 3));
        if (currency >= 0) {
            amounts.raise((byte) currency, Long.parseLong(amount.substring(3)), count);
        }
    }

    /** How many items are open in the whole ledger. */
    int openItems() {
        return openItems;
    }

    /** How many items of its debtor are open, this one among them. */
    int ofDebtorOf(int item) {
        int kept = (int) (items.among(item) >>> 3 * PART);
        return kept == MOST_KEPT ? of(items.debtor(item)) : kept;
    }

    private int of(int debtor) {
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

    private void keep(int from, int to, ExactAmounts amounts) {
        for (int row = first[from]; row < first[to]; row += WIDTH) {
            fetched += amounts.fetch((byte) rows[row + 1], rows[row]);
        }
        for (int debtor = from; debtor < to; debtor++) {
            keep(debtor, amounts);
        }
    }

    private void keep(int debtor, ExactAmounts amounts) {
        int size = of(debtor);
        long his = Math.min(MOST_KEPT, size);
        for (int row = first[debtor]; row < first[debtor + 1]; row += WIDTH) {
            byte mark = (byte) rows[row + 1];
            long all = ExactItems.isCredit(mark) ? 0 : amounts.of(mark, rows[row]);
            long equal = size > MOST_COMPARED ? MOST_KEPT : equal(debtor, mark, rows[row]);
            long before = size > MOST_COMPARED ? MOST_KEPT : before(debtor, (int) (rows[row + 1] >> 32));
            items.among((int) rows[row + 2], his << 3 * PART | all << 2 * PART | before << PART | equal);
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
