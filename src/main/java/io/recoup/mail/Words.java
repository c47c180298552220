package io.recoup.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The few words that letters and statements need beside their templates; English where a language has none. */
final class Words {

    private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

    private final String language;
    private final Properties words;

    private Words(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    static Words in(String language) {
        String wanted = String.valueOf(language).toLowerCase(Locale.ROOT);
        return wanted.matches("[a-z]{2}") && Words.class.getResource(path(wanted)) != null
                ? KNOWN.computeIfAbsent(wanted, Words::read)
                : KNOWN.computeIfAbsent("en", Words::read);
    }

    static boolean has(String language) {
        return language != null && in(language).language().equals(language.toLowerCase(Locale.ROOT));
    }

    /** Of these words; not always the one asked for. */
    String language() {
        return language;
    }

    /** @throws IllegalArgumentException if there is no such word: the bundles are ours and tested */
    String of(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("no word for '" + key + "' in " + language);
        }
        return word;
    }

    String of(Enum<?> named) {
        return of(named.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "."
                + named.name().toLowerCase(Locale.ROOT));
    }

    Properties all() {
        return words;
    }

    private static String path(String language) {
        return "/mail/words_" + language + ".properties";
    }

    private static Words read(String language) {
        try (InputStream in = Words.class.getResourceAsStream(path(language))) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Words(language, words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
