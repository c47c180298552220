package io.recoup.dunning.plan;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * Why something is or is not done, in a form that can be stored and told in the reader's language. The words stand in
 * {@code dunning/reasons_<language>.properties}.
 *
 * @param args dates in ISO form, amounts and names as they are
 */
public record Reason(String code, List<String> args) {

    /** Reasons that hold as long as open items, holds and policy stay as they are, up to the day they name. */
    private static final Set<String> STEADY = Set.of(
            "rest.credit-note",
            "rest.settled",
            "rest.charge",
            "rest.before-start",
            "rest.issued-before-start",
            "rest.tolerance",
            "rest.end",
            "rest.no-levels",
            "wait.level",
            "wait.cool-down",
            "wait.gap",
            "wait.contacts",
            "wait.closed",
            "wait.referral",
            "wait.referral-first",
            "refer.end",
            "refer.past-due");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final char BETWEEN = '\u001f';

    public Reason {
        args = List.copyOf(args);
    }

    /** @param args anything that has no control characters; null becomes an empty text */
    public static Reason of(String code, Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i] == null ? "" : args[i].toString();
        }
        return new Reason(code, List.of(texts));
    }

    boolean isSteady() {
        return STEADY.contains(code) || code.startsWith("rest.held");
    }

    /** As one text for the database: {@code code}, then each argument, with U+001F between. */
    public String stored() {
        return args.isEmpty() ? code : code + BETWEEN + String.join(String.valueOf(BETWEEN), args);
    }

    /** What {@link #stored} gave; any other text is taken as it is. */
    public static Reason read(String stored) {
        String[] parts = stored.split(String.valueOf(BETWEEN), -1);
        return new Reason(parts[0], List.of(parts).subList(1, parts.length));
    }

    /** In the reader's words and way to write dates; English where the language is unknown. */
    public String in(Locale locale) {
        return told(
                locale, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    /** In English, with ISO dates. */
    @Override
    public String toString() {
        return told(Locale.ENGLISH, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    private String told(Locale locale, DateTimeFormatter dates) {
        String pattern = pattern(locale);
        if (pattern == null) {
            pattern = pattern(Locale.ENGLISH);
        }
        if (pattern == null) {
            return args.isEmpty() ? code : code + " " + String.join(", ", args);
        }
        Object[] shown = args.stream().map(arg -> shown(arg, dates)).toArray();
        return new MessageFormat(pattern, locale).format(shown);
    }

    private String pattern(Locale locale) {
        try {
            return ResourceBundle.getBundle("dunning.reasons", locale, NO_FALLBACK)
                    .getString(code);
        } catch (MissingResourceException unknown) {
            return null;
        }
    }

    private static String shown(String arg, DateTimeFormatter dates) {
        if (arg.length() != 10 || arg.charAt(4) != '-') {
            return arg;
        }
        try {
            return dates.format(LocalDate.parse(arg));
        } catch (DateTimeParseException noDate) {
            return arg;
        }
    }
}
