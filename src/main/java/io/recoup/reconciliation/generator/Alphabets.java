package io.recoup.reconciliation.generator;

/** Letters that the SEPA character set lacks, and what banks write for them. */
final class Alphabets {

    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъьюя";
    private static final String[] CYRILLIC_LATIN = {
        "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h",
        "ts", "ch", "sh", "sht", "a", "y", "yu", "ya"
    };
    private static final String GREEK = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ";
    private static final String[] GREEK_LATIN = {
        "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f",
        "ch", "ps", "o", "a", "e", "i", "i", "o", "y", "o"
    };

    private Alphabets() {}

    /** Greek and Cyrillic letters become Latin ones; all others stay. */
    static String latin(String text) {
        if (text.chars().allMatch(c -> c < 0x370)) {
            return text;
        }
        StringBuilder latin = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char small = Character.toLowerCase(letter);
            String found = found(small);
            if (found == null) {
                latin.append(letter);
            } else if (small == letter) {
                latin.append(found);
            } else {
                latin.append(Character.toUpperCase(found.charAt(0))).append(found, 1, found.length());
            }
        }
        return latin.toString();
    }

    /** German and Nordic letters become two. */
    static String twoLetters(String text) {
        return text.replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("Ä", "Ae")
                .replace("Ö", "Oe")
                .replace("Ü", "Ue")
                .replace("å", "aa")
                .replace("Å", "Aa")
                .replace("ø", "oe")
                .replace("Ø", "Oe");
    }

    /** Letters that Unicode does not decompose become their nearest ones. */
    static String single(String text) {
        return text.replace("ß", "ss")
                .replace("ø", "o")
                .replace("Ø", "O")
                .replace("ł", "l")
                .replace("Ł", "L")
                .replace("æ", "ae")
                .replace("ı", "i");
    }

    private static String found(char small) {
        int cyrillic = CYRILLIC.indexOf(small);
        if (cyrillic >= 0) {
            return CYRILLIC_LATIN[cyrillic];
        }
        int greek = GREEK.indexOf(small);
        return greek >= 0 ? GREEK_LATIN[greek] : null;
    }
}
