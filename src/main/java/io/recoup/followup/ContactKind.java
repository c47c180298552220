package io.recoup.followup;

import java.util.Locale;

/** How a debtor was dealt with. */
public enum ContactKind {
    CALL,
    EMAIL,
    VISIT,
    LETTER,
    NOTE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ContactKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
