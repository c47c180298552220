package io.recoup.receivables;

import java.util.Locale;

/** What a document is. Written in lower case in the database and in contracts. */
public enum ItemKind {
    INVOICE,
    CREDIT_NOTE,
    DEBIT_NOTE,
    FEE,
    INSTALMENT,
    INTEREST;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ItemKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
