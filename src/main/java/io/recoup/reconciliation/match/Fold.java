package io.recoup.reconciliation.match;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** One spelling for the many that banks make of a text. */
final class Fold {

    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "SS"),
            Map.entry('Ø', "O"),
            Map.entry('Ł', "L"),
            Map.entry('Đ', "D"),
            Map.entry('Æ', "AE"),
            Map.entry('Œ', "OE"),
            Map.entry('Þ', "TH"),
            Map.entry('ı', "I"));

    private static final String CYRILLIC = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
    private static final String[] CYRILLIC_AS = {
        "A", "B", "V", "G", "D", "E", "ZH", "Z", "I", "I", "K", "L", "M", "N", "O", "P", "R", "S", "T", "U", "F", "KH",
        "TS", "CH", "SH", "SHCH", "", "Y", "", "E", "YU", "YA"
    };
    private static final String GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ";
    private static final String[] GREEK_AS = {
        "A", "V", "G", "D", "E", "Z", "I", "TH", "I", "K", "L", "M", "N", "X", "O", "P", "R", "S", "T", "Y", "F", "CH",
        "PS", "O"
    };

    private Fold() {}

    /** Capitals without accents; letters of other scripts as they are written in Latin ones. */
    static String capitals(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return foreign(text);
            }
        }
        return text.toUpperCase(Locale.ROOT);
    }

    /** Letters and digits alone, in capitals. */
    static String squashed(String text) {
        String folded = capitals(text);
        StringBuilder kept = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (Character.isLetterOrDigit(folded.charAt(i))) {
                kept.append(folded.charAt(i));
            }
        }
        return kept.toString();
    }

    /** A word of a name: an umlaut written as two letters is the same as one without its dots. */
    static String word(String capitals) {
        return capitals.replace("AE", "A").replace("OE", "O").replace("UE", "U");
    }

    private static String foreign(String raw) {
        String text = raw.indexOf('Ã') >= 0 || raw.indexOf('Â') >= 0 ? onceDecoded(raw) : raw;
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length() + 8);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c < 128) {
                folded.append(Character.toUpperCase(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                folded.append(latin(c == 'ß' || c == 'ı' ? c : Character.toUpperCase(c)));
            }
        }
        return folded.toString();
    }

    private static String latin(char c) {
        int cyrillic = CYRILLIC.indexOf(c);
        if (cyrillic >= 0) {
            return CYRILLIC_AS[cyrillic];
        }
        int greek = GREEK.indexOf(c);
        return greek >= 0 ? GREEK_AS[greek] : LETTERS.getOrDefault(c, String.valueOf(c));
    }

    /** Text that was encoded twice, read once more; the text itself where it was not. */
    private static String onceDecoded(String text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes("windows-1252")))
                    .toString();
        } catch (CharacterCodingException | java.io.UnsupportedEncodingException notTwice) {
            return text;
        }
    }
}
