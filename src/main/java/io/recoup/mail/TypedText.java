package io.recoup.mail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The words of a letter that a person typed. They stay text, whatever marks they contain.
 *
 * @param language two letters: what the letter says it is written in, and how its dates look
 * @param subject one line, at most {@value #SUBJECT} characters
 * @param text lines and paragraphs, at most {@value #TEXT} characters
 */
public record TypedText(String language, String subject, String text) implements LetterText {

    public static final int SUBJECT = 200;
    public static final int TEXT = 50_000;

    /** Whatever was typed is one field; what the law requires follows it. */
    private static final String WORDS = "{{text}}";

    /** @throws IllegalArgumentException if subject or text is empty or too long, or the language is none */
    public TypedText {
        subject = LetterFields.oneLine(subject);
        text = LetterFields.paragraphs(text == null ? "" : text);
        if (language == null || !language.matches("[a-z]{2}")) {
            throw new IllegalArgumentException("'" + language + "' is no two-letter language such as es");
        }
        if (subject.isEmpty() || subject.length() > SUBJECT) {
            throw new IllegalArgumentException("a letter needs a subject of at most " + SUBJECT + " characters");
        }
        if (text.isEmpty() || text.length() > TEXT) {
            throw new IllegalArgumentException("a letter needs a text of at most " + TEXT + " characters");
        }
    }

    /** SHA-256 of subject, an empty line and text, hex. */
    public String hash() {
        return FileText.sha256((subject + "\n\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    LetterTemplate compiled() {
        return LetterTemplate.of(Path.of("typed"), hash(), "{{title}}", WORDS);
    }

    /** The same letter with these words in the places of a free message. */
    LetterContent into(LetterContent content) {
        return content.with(content.extras().saying(subject, text));
    }
}
