package io.recoup.reconciliation.match;

/**
 * Some payments that are looked at together. To look one thing up in a large table is to wait for memory; what they all
 * need is asked for side by side before the first is decided, so that they wait together.
 */
final class ExactAhead {

    private static final int MOST = 64;

    private final ExactIndex index;
    private final ExactOwed owed;
    private final ExactText[] texts = new ExactText[MOST];
    private final int[] on = new int[MOST];
    private final long[] minors = new long[MOST];
    private final String[] currencies = new String[MOST];
    private final long[] accounts = new long[MOST];
    private final boolean[] fromAbroad = new boolean[MOST];
    private final long[] keys = new long[MOST];
    private final int[] items = new int[MOST];
    private int count;

    /** What was fetched, added up, so that nobody finds that it was fetched for nothing. */
    private long fetched;

    ExactAhead(ExactIndex index, ExactOwed owed) {
        this.index = index;
        this.owed = owed;
        for (int i = 0; i < MOST; i++) {
            texts[i] = new ExactText();
        }
    }

    void put(int day, long minor, String currency, CharSequence account, CharSequence remittance) {
        ExactText text = texts[count];
        text.take(remittance);
        on[count] = day;
        minors[count] = minor;
        currencies[count] = currency;
        accounts[count] = ExactText.squashedHash(account);
        fromAbroad[count] = MatchPolicy.isFromAbroad(account);
        keys[count++] = firstKey(text);
    }

    /** The first run of the text that looks like a key; zero if none does. */
    private long firstKey(ExactText text) {
        for (int from = 0; from < text.count(); from++) {
            for (int to = Math.min(text.count(), from + Mentions.LONGEST_RUN) - 1; to >= from; to--) {
                int length = text.length(from, to);
                if (index.shapes.has(length, text.digits(from, to), text.isDigits(from))) {
                    return text.hash(from, to);
                }
            }
        }
        return 0;
    }

    /**
     * Asks for what a decision on each of them needs.
     *
     * @param claims by item
     */
    void fetch(byte[] claims) {
        for (int i = 0; i < count; i++) {
            fetched += index.fetch(keys[i], accounts[i]);
        }
        for (int i = 0; i < count; i++) {
            items[i] = index.itemOf(keys[i]);
        }
        for (int i = 0; i < count; i++) {
            fetched += items[i] < 0 ? 0 : index.items.open(items[i]);
        }
        for (int i = 0; i < count; i++) {
            fetched += index.owner(accounts[i]);
        }
        for (int i = 0; i < count; i++) {
            if (items[i] >= 0) {
                fetched += index.items.printed()[index.items.begin(items[i], false)] + claims[items[i]];
            }
        }
        for (int i = 0; i < count; i++) {
            if (items[i] >= 0) {
                fetched += owed.dueBefore(items[i], on[i]);
            }
        }
    }

    boolean isFull() {
        return count == MOST;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    ExactText text(int i) {
        return texts[i];
    }

    int on(int i) {
        return on[i];
    }

    long minor(int i) {
        return minors[i];
    }

    String currency(int i) {
        return currencies[i];
    }

    /** The hash of the account. */
    long account(int i) {
        return accounts[i];
    }

    boolean isFromAbroad(int i) {
        return fromAbroad[i];
    }
}
