package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Mentions.Mention;
import org.jspecify.annotations.Nullable;

/** Namings that mean something only beside other evidence: the serial number alone, a number with one slip. */
final class WeakNaming {

    static final int SERIAL = 5;
    static final int SLIP = 6;
    static final int END = 7;
    /** Not this text names it, but that of a later payment of the same amount by the same payer. */
    static final int TWIN = 8;

    static final int SHORTEST_SLIP = 4;
    static final int SHORTEST_END = 3;
    static final int SHORTEST_EDIT = 6;
    static final int SHORTEST_OF_REFERENCE = 7;

    private WeakNaming() {}

    static boolean isKind(int kind) {
        return kind >= SERIAL;
    }

    /** Null where the text does not name the item even so. */
    static @Nullable Mention of(Book book, int item, Mentions mentions) {
        String number = book.numbers.bare(item);
        String serial = book.numbers.serial(item);
        if (serial != null && serial.length() >= 2 && mentions.wording.hasPiece(serial)) {
            int strength = 2_303 * Math.min(serial.length(), 5) - Weights.SERIAL_ALONE;
            return new Mention(item, SERIAL, Math.max(500, strength), -1, -1);
        }
        if (number.length() >= SHORTEST_SLIP && hasSlip(number, mentions)) {
            int strength = Weights.ofNumber(number) - Weights.MISSPELT;
            return new Mention(item, SLIP, Math.max(500, strength), -1, -1);
        }
        String reference = book.numbers.reference(item);
        if (reference != null && reference.length() >= SHORTEST_OF_REFERENCE && hasSlip(reference, mentions)) {
            return new Mention(item, SLIP, Weights.CHECKED_REFERENCE - Weights.MISSPELT, -1, -1);
        }
        int cut = serial == null || mentions.namesSomething() ? 0 : mentions.wording.longestEnding(serial);
        return cut < SHORTEST_END ? null : new Mention(item, END, 2_303 * Math.min(cut, 5) - Weights.END_ALONE, -1, -1);
    }

    /** Whether a run of the text is one slip away: a letter or digit wrong, missing, too many, or two swapped. */
    private static boolean hasSlip(String number, Mentions mentions) {
        for (int length = number.length() - 1; length <= number.length() + 1; length++) {
            Ints starts = mentions.unexplained(length);
            for (int i = 0; i < starts.size(); i++) {
                if (isOneSlipAway(number, mentions.pieces(), starts.get(i), length)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOneSlipAway(String number, Pieces pieces, int start, int length) {
        if (length == number.length() && looksTheSame(number, pieces, start)) {
            return true;
        }
        if (number.length() < SHORTEST_EDIT) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(length, number.length());
        while (same < shorter && pieces.at(start + same) == number.charAt(same)) {
            same++;
        }
        int tail = 0;
        while (tail < shorter - same
                && pieces.at(start + length - 1 - tail) == number.charAt(number.length() - 1 - tail)) {
            tail++;
        }
        int left = number.length() - same - tail;
        int right = length - same - tail;
        if (left <= 1 && right <= 1) {
            return true;
        }
        return left == 2
                && right == 2
                && pieces.at(start + same) == number.charAt(same + 1)
                && pieces.at(start + same + 1) == number.charAt(same);
    }

    /** Letters and digits that a reader of paper mixes up count as one. */
    private static boolean looksTheSame(String number, Pieces pieces, int start) {
        for (int i = 0; i < number.length(); i++) {
            if (digitLike(number.charAt(i)) != digitLike(pieces.at(start + i))) {
                return false;
            }
        }
        return true;
    }

    static char digitLike(char c) {
        return switch (c) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'B' -> '8';
            default -> c;
        };
    }
}
