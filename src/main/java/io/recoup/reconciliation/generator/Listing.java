package io.recoup.reconciliation.generator;

/** How a payer of several documents lists them. */
enum Listing {
    /** Each number in full. */
    FULL("list"),
    /** The first in full, of the others the end. */
    ENDS("list-ends"),
    /** First to last, where they follow each other; else in full. */
    RANGE("range"),
    /** In full, without anything between them. */
    GLUED("list-glued"),
    /** The first few "and others". */
    AND_OTHERS("and-others"),
    /** None of them: see the advice. */
    ADVICE("advice"),
    NOTHING("no-list");

    final String code;

    Listing(String code) {
        this.code = code;
    }
}
