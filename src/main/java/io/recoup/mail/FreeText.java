package io.recoup.mail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A subject and Markdown with placeholders, by language, as a policy may state them instead of a template's name.
 *
 * @param versions by two-letter language, at least one
 */
public record FreeText(Map<String, Version> versions) implements LetterText {

    /**
     * The text in one language.
     *
     * @param file where it was written
     * @param line of the file on which the body begins
     */
    public record Version(Path file, int line, String subject, String body) {

        LetterTemplate compiled() {
            return LetterTemplate.of(file, hash(), subject, body);
        }

        /** SHA-256 of subject and body, hex: the same words have the same hash wherever they stand. */
        public String hash() {
            return FileText.sha256((subject + "\n\n" + body).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * @throws BrokenFile with every fault of every version: a free text that exists can be written
     * @throws IllegalArgumentException if there is no version, or a language is not two small letters
     */
    public FreeText {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a free text needs at least one language");
        }
        versions.keySet().stream()
                .filter(language -> !language.matches("[a-z]{2}"))
                .findFirst()
                .ifPresent(language -> {
                    throw new IllegalArgumentException("'" + language + "' is no two-letter language such as es");
                });
        List<Problem> problems = versions.values().stream()
                .flatMap(version ->
                        TemplateCheck.check(version.file(), version.line(), version.subject(), version.body()).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new BrokenFile(problems);
        }
    }

    public boolean isIn(String language) {
        return versions.containsKey(language);
    }
}
