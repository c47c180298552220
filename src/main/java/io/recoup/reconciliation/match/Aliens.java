package io.recoup.reconciliation.match;

import org.jspecify.annotations.Nullable;

/**
 * What has the form of our numbers, stands alone in a text and is none of ours.
 *
 * @param count how many
 * @param anyReference whether one is a reference with right check digits
 */
record Aliens(int count, boolean anyReference) {

    static final Aliens NONE = new Aliens(0, false);

    private static final int SHORTEST = 5;
    private static final int LONGEST = 20;
    private static final int MOST_PIECES = 4;

    /** @param reference that the payer gave apart from his words */
    static Aliens in(Mentions mentions, @Nullable String reference, Book book) {
        Pieces pieces = mentions.pieces();
        boolean checks = book.numbers.issuesReferences();
        boolean anyReference = checks
                && reference != null
                && Numbers.isChecked(reference)
                && book.numbers.keys().first(Hash.of(Fold.squashed(reference))) < 0;
        int count = 0;
        for (int from = 0; from < mentions.said(); from++) {
            int to = end(mentions, from, book);
            if (to >= from) {
                count++;
                anyReference |= checks && Numbers.isChecked(pieces.run(from, to));
                from = to;
            }
        }
        return new Aliens(count, anyReference);
    }

    /** The last piece of one that begins with this piece; -1 where none does. */
    private static int end(Mentions mentions, int from, Book book) {
        Pieces pieces = mentions.pieces();
        if (pieces.isGlued(from)) {
            return -1;
        }
        int most = Math.min(mentions.said(), from + MOST_PIECES);
        for (int to = from; to < most && pieces.end(to) - pieces.start(from) <= LONGEST; to++) {
            if (pieces.end(to) - pieces.start(from) >= SHORTEST
                    && pieces.isDigits(to)
                    && !pieces.isGlued(to + 1)
                    && !mentions.isNamed(from, to)
                    && !(from == to && mentions.wording.isCustomer(from))
                    && book.numbers.looksLikeOurs(pieces.run(from, to))) {
                return to;
            }
        }
        return -1;
    }
}
