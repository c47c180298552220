package io.recoup.receivables;

/**
 * What the postings of one item add up to, in minor units of its currency.
 *
 * @param total issued plus adjusted
 * @param paid allocated, netted, used (of a credit note) or written off or forgiven here
 * @param elsewhere settled elsewhere according to the source
 * @param cancelled taken back by the source
 */
public record Balance(long total, long paid, long elsewhere, long cancelled) {

    public static final Balance NONE = new Balance(0, 0, 0, 0);

    public long open() {
        return total - paid - elsewhere - cancelled;
    }
}
