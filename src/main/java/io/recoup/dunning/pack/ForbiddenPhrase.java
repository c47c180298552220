package io.recoup.dunning.pack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Words that must not stand in a letter, such as those that make it look like a court's.
 *
 * @param expression regular expression; upper and lower case are the same, in every alphabet
 */
public record ForbiddenPhrase(String expression) {

    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException if it is no regular expression, or one that fits everything */
    public ForbiddenPhrase {
        try {
            if (pattern(expression).matcher("").find()) {
                throw new IllegalArgumentException("it fits every letter");
            }
        } catch (PatternSyntaxException malformed) {
            throw new IllegalArgumentException("no regular expression: " + malformed.getDescription(), malformed);
        }
    }

    public boolean isIn(String text) {
        return pattern(expression).matcher(text).find();
    }

    /** The words themselves, of the first text that has them; the expression where none has. */
    public String foundIn(String... texts) {
        for (String text : texts) {
            Matcher found = pattern(expression).matcher(text);
            if (found.find()) {
                return found.group();
            }
        }
        return expression;
    }

    private static Pattern pattern(String expression) {
        return COMPILED.computeIfAbsent(
                expression, text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
