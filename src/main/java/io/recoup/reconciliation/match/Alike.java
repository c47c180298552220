package io.recoup.reconciliation.match;

import java.util.Arrays;

/** How much a few debtors' names are like a payer's, 0 to 1; all others' are not. */
final class Alike {

    static final Alike NOBODY = new Alike(0);

    private final int[] debtors;
    private final double[] likeness;
    private int size;

    Alike(int most) {
        debtors = new int[most];
        likeness = new double[most];
    }

    void add(int debtor, double like) {
        debtors[size] = debtor;
        likeness[size++] = like;
    }

    int size() {
        return size;
    }

    double of(int debtor) {
        for (int i = 0; i < size; i++) {
            if (debtors[i] == debtor) {
                return likeness[i];
            }
        }
        return 0;
    }

    /** How many have the same name. */
    int bearers() {
        int bearers = 0;
        for (int i = 0; i < size; i++) {
            bearers += likeness[i] >= Payers.SAME ? 1 : 0;
        }
        return bearers;
    }

    /** The most alike first; of equal ones those whose keys come first. */
    int[] mostAlike(Book book, int most) {
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            int at = i;
            while (at > 0 && isMore(book, i, sorted[at - 1])) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = i;
        }
        return Arrays.stream(sorted, 0, Math.min(size, most))
                .map(i -> debtors[i])
                .toArray();
    }

    private boolean isMore(Book book, int one, int other) {
        return likeness[one] != likeness[other]
                ? likeness[one] > likeness[other]
                : book.debtor(debtors[one])
                                .key()
                                .compareTo(book.debtor(debtors[other]).key())
                        < 0;
    }
}
