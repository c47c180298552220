package io.recoup.refusal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What was asked for is not done: a code with its arguments, so that a page can tell a person in their own language. The
 * words stand in {@code refusals_<language>.properties}. The message, which logs and files show, is the English one.
 */
public abstract class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String key;
    private final transient List<Object> args;

    /** The reasons that one room has to refuse: an enum of its own, so that no sentence is put together on the spot. */
    public interface Why {

        /** The constant's name. */
        String name();

        /** What the keys of the room begin with: {@code refused.<room>}. */
        String room();

        /** {@code refused.<room>.<name>}, in lower case and with hyphens. */
        default String key() {
            return "refused." + room() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A word of ours, such as a state, that pages call by their own name.
     *
     * @param key of the console's words
     * @param english as logs call it, and pages that know no such key
     */
    public record Word(String key, String english) {

        /** @param prefix of the key, with its dot */
        public static Word of(String prefix, String english) {
            return new Word(prefix + english, english);
        }

        @Override
        public String toString() {
            return english;
        }
    }

    /** @param args amounts, dates, numbers that count, {@link Word}s, and names as they are; null becomes an empty text */
    protected Refused(Why why, Object... args) {
        super(english(why.key(), args));
        this.key = why.key();
        this.args = told(args);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }

    /** As a text to be kept: the English message, the key, and each argument as the English message shows it. */
    public List<String> stored() {
        return Stream.concat(Stream.of(getMessage(), key), args.stream().map(Object::toString))
                .toList();
    }

    private static List<Object> told(Object... args) {
        return Stream.of(args).map(arg -> arg == null ? "" : arg).toList();
    }

    private static String english(String key, Object... args) {
        String words = ResourceBundle.getBundle("refusals", Locale.ENGLISH, NO_FALLBACK)
                .getString(key);
        return args.length == 0
                ? words
                : new MessageFormat(words, Locale.ENGLISH).format(told(args).toArray());
    }
}
