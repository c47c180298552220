package io.recoup.mail;

/**
 * A letter that a person begins with: plain text, filled in for one debtor.
 *
 * @param name of the file in each language's folder {@code letters}, without {@code .md}; empty = nothing to begin with
 * @param language of the file that was used
 */
public record Preset(String name, String language, String subject, String text) {}
