package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Items of whomever whose number or reference is one slip away from something in a text: each key that a slip may have
 * made of it is looked up. Where so many documents are as near as each other, as where numbers count up, it says nothing.
 */
final class Misspelt {

    private static final int MOST_DOCUMENTS = 3;
    private static final int SHORTEST = 7;
    private static final int LEAST_DIGITS = 5;

    private final Book book;
    private final Ints found = new Ints();
    private int documents;
    private long[] hashes = new long[256];
    private int count;

    private Misspelt(Book book) {
        this.book = book;
    }

    /** Those that are meant, or may be; none where nothing is or too much. */
    static Ints in(Mentions mentions, Book book) {
        Misspelt misspelt = new Misspelt(book);
        int inAll = 0;
        for (String run : runs(mentions.pieces(), mentions.said())) {
            misspelt.look(run);
            inAll += book.whole().nearly().getOrDefault(run, 0);
        }
        return saySomething(Math.max(inAll, misspelt.documents)) ? misspelt.found : new Ints();
    }

    /** Whether so many documents that are as near as each other are few enough to be looked at. */
    static boolean saySomething(int documents) {
        return documents <= MOST_DOCUMENTS;
    }

    /** Runs that stand alone in a text and are long enough for a number: one slip makes little else of it. */
    static List<String> runs(Pieces pieces, int said) {
        List<String> runs = new ArrayList<>();
        for (int from = 0; from < said; from++) {
            int digits = 0;
            int most = Math.min(said, from + Mentions.LONGEST_RUN);
            for (int to = from; to < most && pieces.end(to) - pieces.start(from) <= KeyShapes.LONGEST + 1; to++) {
                int length = pieces.end(to) - pieces.start(from);
                digits += pieces.isDigits(to) ? pieces.end(to) - pieces.start(to) : 0;
                boolean alone = !pieces.isGlued(from) && !pieces.isGlued(to + 1);
                if (alone && length >= SHORTEST && digits >= LEAST_DIGITS) {
                    runs.add(pieces.run(from, to));
                }
            }
        }
        return runs;
    }

    private void look(String run) {
        if (documents > MOST_DOCUMENTS || book.payers.customers().first(Hash.of(run)) >= 0) {
            return;
        }
        count = 0;
        HashedRun hashed = new HashedRun(run);
        OneSlip.of(run, book.numbers.shapesOfKeys(), (upTo, instead, after) -> {
            if (count == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * count);
            }
            hashes[count++] = hashed.with(upTo, instead, after);
        });
        KeyIndex keys = book.numbers.keys();
        for (int i = 0; i < count && documents <= MOST_DOCUMENTS; i++) {
            for (int entry = keys.first(hashes[i]); entry >= 0; entry = keys.next(entry)) {
                if (keys.kind(entry) == Numbers.NUMBER || keys.kind(entry) == Numbers.REFERENCE) {
                    add(keys.thing(entry));
                }
            }
        }
    }

    private void add(int item) {
        if (book.item(item).open().minor() <= 0 || found.contains(item)) {
            return;
        }
        boolean known = false;
        for (int i = 0; i < found.size(); i++) {
            known |= book.sameDocument(found.get(i), item);
        }
        documents += known ? 0 : 1;
        found.add(item);
    }
}
