package io.recoup.reconciliation.desk;

import java.util.Locale;

/** How far a kind of evidence is trusted. */
enum Level {
    /** Nothing is booked unasked. */
    REVIEW,
    /** Booked where the strict rule allows it. */
    STRICT,
    /** Booked from the shipped score on. */
    SHIPPED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Level of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
