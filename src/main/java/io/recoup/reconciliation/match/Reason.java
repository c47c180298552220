package io.recoup.reconciliation.match;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * One piece of evidence in a form that can be stored and told in the reader's language. The words stand in
 * {@code matching/reasons_<language>.properties}.
 */
public record Reason(String code, List<String> args) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Reason {
        args = List.copyOf(args);
    }

    static Reason of(String code, Object... args) {
        return new Reason(code, Stream.of(args).map(String::valueOf).toList());
    }

    public String in(Locale locale) {
        ResourceBundle words;
        try {
            words = ResourceBundle.getBundle("matching.reasons", locale, NO_FALLBACK);
        } catch (MissingResourceException unknownLanguage) {
            words = ResourceBundle.getBundle("matching.reasons", Locale.ENGLISH, NO_FALLBACK);
        }
        return new MessageFormat(words.getString(code), locale).format(args.toArray());
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
