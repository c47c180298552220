package io.recoup.mail;

/**
 * A letter as it will be sent.
 *
 * @param language of the template that was used
 * @param templateHash SHA-256 of the template file, hex
 */
public record Letter(String language, String templateHash, String subject, String text, String html) {}
