package io.recoup.reconciliation.match;

import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A payment in the queue: the place it came at and how it was judged last.
 *
 * @param held whether it waits until it is known what an earlier one is for
 * @param open what was open of the items in its readings, and how many the account's owners were: when either changes,
 *     it is judged again
 * @param order the lower, the sooner its turn comes
 */
record Turn(int place, Judged judged, boolean bookable, boolean held, long[] open, int owners, long order) {

    /** Above this, older money goes before surer money: of two payments of one invoice the first one paid it. */
    static final int SURE = 6_000;

    /** About as sure is as sure: then what is named goes first, and older money. */
    private static final int STEP = 2_000;

    static final Comparator<Turn> SUREST_FIRST = (one, other) -> Long.compare(one.order, other.order);

    Turn(int place, Judged judged, boolean bookable, boolean held, long[] open, int owners) {
        this(place, judged, bookable, held, open, owners, order(place, judged, bookable, held));
    }

    /** Lower goes first: what is not held, what would be booked, what is surer, what is named, what came first. */
    private static long order(int place, Judged judged, boolean bookable, boolean held) {
        long sure = Math.floorDiv(Math.min(SURE, judged.score()), STEP);
        long order = (held ? 2 : 0) + (bookable ? 0 : 1);
        order = (order << 28) + (1 << 27) - sure;
        return (order << 1) + (isNamed(judged) ? 0 : 1) << 31 | place;
    }

    /** As the book is now. */
    static Turn of(int place, Judged judged, MatchPolicy policy, boolean held, Book book) {
        boolean bookable = judged.isBookable(policy) && !held;
        return new Turn(place, judged, bookable, held, openOf(judged, book), owners(judged, book));
    }

    private static long[] openOf(Judged judged, Book book) {
        int count = 0;
        for (Weighed one : judged.readings()) {
            count += one.reading().items().length;
        }
        long[] open = new long[count];
        int at = 0;
        for (Weighed one : judged.readings()) {
            for (int item : one.reading().items()) {
                open[at++] = book.open(item);
            }
        }
        return open;
    }

    private static int owners(Judged judged, Book book) {
        return book.payers.owners(judged.payment().payerAccount()).size();
    }

    /** Whether what it wants, or whose account it came from, is another matter by now. */
    boolean isStale(Book book) {
        return owners != owners(judged, book) || hasChanged(book);
    }

    private boolean hasChanged(Book book) {
        int at = 0;
        for (Weighed one : judged.readings()) {
            for (int item : one.reading().items()) {
                if (open[at++] != book.open(item)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it goes before what is named, booked and as sure as can be, and came at that place. */
    boolean isBeforeAnySure(int other) {
        return !held && bookable && judged.score() >= SURE && isNamed() && place < other;
    }

    @Nullable
    Weighed best() {
        return judged.best();
    }

    /** What its best reading takes; nothing where there is none. */
    int[] items() {
        return best() == null ? new int[0] : best().reading().items();
    }

    boolean wantsAnyOf(int[] items) {
        return best() != null && Arrays.stream(items).anyMatch(best().reading()::has);
    }

    boolean isProposed() {
        return bookable || judged.isWorthShowing();
    }

    /** Whether its text names what it takes by reference or by whole numbers. */
    boolean isNamed() {
        return isNamed(judged);
    }

    private static boolean isNamed(Judged judged) {
        Weighed best = judged.best();
        return best != null && best.stratum().naming().isInFull();
    }

    boolean isSure() {
        return bookable || judged.score() >= SURE;
    }
}
