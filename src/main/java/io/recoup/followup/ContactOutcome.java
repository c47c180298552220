package io.recoup.followup;

import java.util.Locale;

/** What came of a contact. */
public enum ContactOutcome {
    REACHED,
    NOT_REACHED,
    PROMISED,
    DISPUTED,
    REFUSED,
    OTHER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ContactOutcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
