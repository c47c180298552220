package io.recoup.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What in a remittance text could be a document number or an issued reference: every run of one to
 * {@value #LONGEST_RUN} neighbouring pieces, a piece being letters and digits without a separator between them. Upper
 * case, letters and digits only: {@code "Fra. F-2026/0012"} gives, among others, {@code F20260012}.
 *
 * <p>Pieces count as neighbours across line breaks too: banks cut numbers at 27, 35, 70 or 140 characters.
 */
final class Keys {

    static final int LONGEST_RUN = 7;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 35;
    private static final Pattern PIECE_BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private Keys() {}

    static Set<String> in(String text) {
        Set<String> keys = new LinkedHashSet<>();
        List<String> pieces = pieces(text);
        for (int from = 0; from < pieces.size(); from++) {
            StringBuilder run = new StringBuilder();
            for (int to = from; to < Math.min(pieces.size(), from + LONGEST_RUN); to++) {
                run.append(pieces.get(to));
                if (run.length() > LONGEST) {
                    break;
                }
                if (canIdentify(run)) {
                    keys.add(run.toString());
                }
            }
        }
        return keys;
    }

    static String normalised(String reference) {
        return String.join("", pieces(reference));
    }

    /** Short keys, bare words and years occur by chance too often to prove anything. */
    private static boolean canIdentify(CharSequence key) {
        return key.length() >= SHORTEST
                && key.chars().anyMatch(Character::isDigit)
                && !YEAR.matcher(key).matches();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (String piece : PIECE_BREAK.split(text.toUpperCase(Locale.ROOT))) {
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
        }
        return pieces;
    }
}
