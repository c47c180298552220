package io.recoup.receivables;

/**
 * What must be posted so that our books follow what the source now states of one item. All amounts are minor units.
 *
 * @param adjust change of the total; negative when it fell
 * @param release what must come back out of payments made here, because the total fell below them; zero or more
 * @param elsewhere the new sum settled elsewhere
 * @param cancelled the new sum cancelled
 */
public record Restatement(long adjust, long release, long elsewhere, long cancelled) {

    /**
     * @param total what the source states as gross amount; above zero
     * @param paid what the source holds as paid; -1 when it does not say
     * @param cancelled whether the source withdrew the document
     */
    public static Restatement of(Balance known, long total, long paid, boolean cancelled) {
        long adjust = total - known.total();
        if (cancelled) {
            return new Restatement(adjust, known.paid(), 0, total);
        }
        long release = Math.max(0, known.paid() - total);
        long paidHere = known.paid() - release;
        long room = total - paidHere;
        // The source counts our own payments once it has booked them, so only the excess is news.
        long elsewhere = paid < 0 ? known.elsewhere() : Math.max(0, paid - paidHere);
        return new Restatement(adjust, release, Math.min(elsewhere, room), 0);
    }
}
