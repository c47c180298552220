package io.recoup.reconciliation.match;

import java.util.List;

/** What a text says beside the documents that it names in full. */
final class Wording {

    /** How words for "oldest" begin, as {@link Fold#word} writes them. */
    private static final List<String> OLDEST =
            List.of("ALTEST", "OLDEST", "ANCIEN", "VECCHI", "ANTIGU", "OUDST", "ALDST", "ELDST", "VANHIM");

    /** The same of words for a prepayment or a payment on account. */
    private static final List<String> IN_ADVANCE = List.of(
            "VORKASS",
            "VORAUS",
            "ANZAHL",
            "AKONTO",
            "ABSCHLAG",
            "PREPAY",
            "ADVANCE",
            "ACOMPTE",
            "ACCONTO",
            "ANTICIP",
            "VOORUIT",
            "FORSKOTT",
            "FORSKUD",
            "ENNAKKO");

    private static final int SHORTEST_WORD = 5;

    private final Book book;
    private final Mentions mentions;
    private final Pieces pieces;

    Wording(Book book, Mentions mentions, Pieces pieces) {
        this.book = book;
        this.mentions = mentions;
        this.pieces = pieces;
    }

    /** Whether it has a number of five digits or more that stands for nothing we know: some other business. */
    boolean saysSomethingElse() {
        for (int piece = 0; piece < pieces.count(); piece++) {
            if (pieces.isDigits(piece)
                    && pieces.end(piece) - pieces.start(piece) >= 5
                    && !mentions.isNamed(piece, piece)) {
                return !isCustomer(piece);
            }
        }
        return false;
    }

    /** Digits of the longest number that nothing explains; years and customer numbers are explained. */
    int longestUnexplained() {
        int longest = 0;
        for (int piece = 0; piece < pieces.count(); piece++) {
            int length = pieces.end(piece) - pieces.start(piece);
            if (length > longest
                    && pieces.isDigits(piece)
                    && !mentions.isYear(piece, piece)
                    && !mentions.isNamed(piece, piece)
                    && !isCustomer(piece)) {
                longest = length;
            }
        }
        return longest;
    }

    private boolean isCustomer(int piece) {
        long state = 0;
        for (int at = pieces.start(piece); at < pieces.end(piece); at++) {
            state = Hash.with(state, pieces.at(at));
        }
        return book.payers.customers().first(Hash.done(state)) >= 0;
    }

    /** Whether the payer asks that the oldest be paid first, which is for him to say. */
    boolean asksForOldest() {
        return hasWordLike(OLDEST);
    }

    /** Whether the payer says that it is money in advance or on account, for nothing that is invoiced. */
    boolean isInAdvance() {
        return hasWordLike(IN_ADVANCE) && !asksForOldest();
    }

    private boolean hasWordLike(List<String> beginnings) {
        for (int piece = 0; piece < pieces.count(); piece++) {
            if (!pieces.isDigits(piece) && pieces.end(piece) - pieces.start(piece) >= SHORTEST_WORD) {
                String word = Fold.word(pieces.run(piece, piece));
                if (beginnings.stream().anyMatch(word::startsWith)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a piece of the text is exactly these letters or digits, zeros in front aside. */
    boolean hasPiece(String serial) {
        for (int piece = 0; piece < pieces.count(); piece++) {
            int at = pieces.start(piece);
            while (at < pieces.end(piece) - 1 && pieces.at(at) == '0') {
                at++;
            }
            if (pieces.end(piece) - at == serial.length() && !mentions.isNamed(piece, piece)) {
                int same = 0;
                while (same < serial.length() && pieces.at(at + same) == serial.charAt(same)) {
                    same++;
                }
                if (same == serial.length()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Length of the longest piece, of what is not named in full, with which this serial number ends. */
    int longestEnding(String serial) {
        int longest = 0;
        for (int piece = 0; piece < pieces.count(); piece++) {
            int length = pieces.end(piece) - pieces.start(piece);
            if (length > longest
                    && length < serial.length()
                    && pieces.isDigits(piece)
                    && !mentions.isNamed(piece, piece)) {
                int same = 0;
                while (same < length
                        && pieces.at(pieces.end(piece) - 1 - same) == serial.charAt(serial.length() - 1 - same)) {
                    same++;
                }
                longest = same == length ? length : longest;
            }
        }
        return longest;
    }
}
