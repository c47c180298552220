package io.recoup.mail;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Which language a reader is written to in, and how amounts and dates look there. */
final class ReaderLocale {

    private ReaderLocale() {}

    /** The debtor's language, the creditor's, English: in the order in which they are tried. */
    static Set<String> languages(LetterContent content, Letterhead head) {
        Set<String> languages = new LinkedHashSet<>();
        if (content.language() != null) {
            languages.add(content.language().toLowerCase(Locale.ROOT));
        }
        languages.add(head.language());
        languages.add("en");
        return languages;
    }

    /** The country decides between, say, British and American dates; it is the debtor's if it speaks the language. */
    static Locale of(String language, LetterContent content, Letterhead head) {
        String country = language.equalsIgnoreCase(content.language()) && content.country() != null
                ? content.country()
                : language.equals(head.language()) ? head.country() : language.equals("en") ? "GB" : "";
        return new Locale.Builder()
                .setLanguage(language)
                .setRegion(country == null || !country.matches("[A-Za-z]{2}") ? "" : country)
                .build();
    }
}
