package io.recoup.console.page;

import io.recoup.refusal.Refused;
import java.util.List;

/**
 * A sentence of the messages, told in the reader's language by {@code ${{phrase}}}.
 *
 * @param args amounts, days, hours, reasons, other phrases, or lists of them; anything else as it is
 */
record Phrase(String key, List<Object> args) {

    Phrase {
        args = List.copyOf(args);
    }

    static Phrase of(String key, Object... args) {
        return new Phrase(key, List.of(args));
    }

    static Phrase of(Refused refused) {
        return new Phrase(refused.key(), refused.args());
    }

    /** Words that nobody translates: names, and what a file says. */
    static Phrase plain(String text) {
        return new Phrase("plain", List.of(text));
    }
}
