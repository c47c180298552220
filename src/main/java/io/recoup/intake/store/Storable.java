package io.recoup.intake.store;

/** PostgreSQL's text has no NUL and no half characters; what a person reads may show a mark instead. */
final class Storable {

    private Storable() {}

    static String text(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
