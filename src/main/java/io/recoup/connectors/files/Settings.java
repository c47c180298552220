package io.recoup.connectors.files;

/** Replaces {@code {{placeholders}}} by the site's settings and secrets. */
@FunctionalInterface
interface Settings {

    /**
     * The text with every placeholder replaced.
     *
     * @throws IllegalArgumentException if one of them has no value
     */
    String resolve(String text);
}
