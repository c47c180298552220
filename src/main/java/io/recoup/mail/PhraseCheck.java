package io.recoup.mail;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Phrases that no letter may contain, such as those that make it look like a court's. */
public record PhraseCheck(List<Pattern> forbidden) {

    public static final PhraseCheck NONE = new PhraseCheck(List.of());

    /** Where a phrase was found. */
    public enum Place {
        SUBJECT,
        TEXT
    }

    /**
     * @param phrase as it stands in the letter
     * @param pattern that forbids it
     * @param line of the text, 1 = the first
     */
    public record Hit(Place place, int line, String phrase, String pattern) {

        @Override
        public String toString() {
            return "the forbidden phrase '" + phrase + "' in "
                    + (place == Place.SUBJECT ? "the subject" : "line " + line + " of the text");
        }
    }

    public PhraseCheck {
        forbidden = List.copyOf(forbidden);
    }

    /** The first phrase of the subject, else of the text. Any blank or line break fits a blank of the pattern. */
    public Optional<Hit> find(String subject, String text) {
        return find(Place.SUBJECT, subject).or(() -> find(Place.TEXT, text));
    }

    public Optional<Hit> find(Letter letter) {
        return find(letter.subject(), letter.text());
    }

    /** @throws IllegalArgumentException with the phrase, where it stands and what to do */
    public void refuse(Letter letter) {
        find(letter).ifPresent(hit -> {
            throw new IllegalArgumentException("the letter contains " + hit
                    + ": reword its text, or remove the phrase (" + hit.pattern() + ") from the policy's rules");
        });
    }

    private Optional<Hit> find(Place place, String written) {
        String readable = Normalizer.normalize(written, Normalizer.Form.NFC).replaceAll("\\p{Cf}", "");
        String flat = readable.replaceAll("[\\s\\p{Z}]", " ");
        return forbidden.stream()
                .map(pattern -> pattern.matcher(flat))
                .filter(Matcher::find)
                .min((one, other) -> Integer.compare(one.start(), other.start()))
                .map(first -> new Hit(
                        place,
                        1
                                + (int) readable.substring(0, first.start())
                                        .chars()
                                        .filter(c -> c == '\n')
                                        .count(),
                        first.group(),
                        first.pattern().pattern()));
    }
}
