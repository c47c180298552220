package io.recoup.reconciliation.generator;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** What is left of letters on their way through banks. */
enum Script {
    /** But for Greek and Cyrillic, which become Latin letters in any case. */
    AS_WRITTEN {
        @Override
        String of(String text) {
            return Alphabets.latin(text);
        }
    },
    /** {@code ü} becomes {@code ue}. */
    TWO_LETTERS {
        @Override
        String of(String text) {
            return plain(Alphabets.twoLetters(text));
        }
    },
    /** {@code ü} becomes {@code u}. */
    ONE_LETTER {
        @Override
        String of(String text) {
            return plain(text);
        }
    },
    CAPITALS {
        @Override
        String of(String text) {
            return plain(Alphabets.twoLetters(text)).toUpperCase(Locale.ROOT);
        }
    },
    /** {@code ü} becomes {@code ?}. */
    QUESTION_MARKS {
        @Override
        String of(String text) {
            return Alphabets.latin(text).replaceAll("[^\\x20-\\x7e]", "?");
        }
    },
    /** UTF-8 that somebody read as Latin-1: {@code ü} becomes {@code Ã¼}. */
    DOUBLE_ENCODED {
        @Override
        String of(String text) {
            String wrong =
                    new String(Alphabets.latin(text).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            // control characters do not survive a bank
            return wrong.replaceAll("[\\x00-\\x1f\\x7f-\\x9f]", "");
        }
    };

    abstract String of(String text);

    private static String plain(String text) {
        String latin = Alphabets.single(Alphabets.latin(text));
        return Normalizer.normalize(latin, Normalizer.Form.NFKD).replaceAll("[^\\x20-\\x7e]", "");
    }
}
