package io.recoup.reconciliation.match;

import org.jspecify.annotations.Nullable;

/** What a text says beside the documents that it names in full. */
final class Wording {

    private final Book book;
    private final Mentions mentions;
    private final Pieces pieces;
    private int unexplained = -1;
    private @Nullable Purpose purpose;

    Wording(Book book, Mentions mentions, Pieces pieces) {
        this.book = book;
        this.mentions = mentions;
        this.pieces = pieces;
    }

    /** Whether it has a number of five digits or more that stands for nothing we know: some other business. */
    boolean saysSomethingElse() {
        for (int piece = 0; piece < mentions.said(); piece++) {
            if (pieces.isDigits(piece) && pieces.end(piece) - pieces.start(piece) >= 5 && !mentions.isNamed(piece)) {
                return !isCustomer(piece);
            }
        }
        return false;
    }

    /** Digits of the longest number that nothing explains; years and customer numbers are explained. */
    int longestUnexplained() {
        if (unexplained < 0) {
            unexplained = countUnexplained();
        }
        return unexplained;
    }

    private int countUnexplained() {
        int longest = 0;
        for (int piece = 0; piece < mentions.said(); piece++) {
            int length = pieces.end(piece) - pieces.start(piece);
            if (length > longest
                    && pieces.isDigits(piece)
                    && !mentions.isYear(piece, piece)
                    && !mentions.isNamed(piece)
                    && !isCustomer(piece)) {
                longest = length;
            }
        }
        return longest;
    }

    /** Whether a piece is a customer or tax number. */
    boolean isCustomer(int piece) {
        long state = 0;
        for (int at = pieces.start(piece); at < pieces.end(piece); at++) {
            state = Hash.with(state, pieces.at(at));
        }
        return book.payers.customers().first(Hash.done(state)) >= 0;
    }

    /** What the words say the money is for, or what they said elsewhere where they say nothing. */
    Purpose purpose() {
        if (purpose == null) {
            Purpose said = Purpose.of(pieces, mentions.said());
            purpose = said == Purpose.NOTHING && mentions.leavesItToHabit() ? Purpose.OLDEST : said;
        }
        return purpose;
    }

    boolean asksForOldest() {
        return purpose() == Purpose.OLDEST;
    }

    boolean isAboutALetter() {
        return purpose() == Purpose.LETTER;
    }

    /** Whether a piece of the text is exactly these letters or digits, zeros in front aside. */
    boolean hasPiece(String serial) {
        for (int piece = 0; piece < mentions.said(); piece++) {
            int at = pieces.start(piece);
            while (at < pieces.end(piece) - 1 && pieces.at(at) == '0') {
                at++;
            }
            if (pieces.end(piece) - at == serial.length() && !mentions.isNamed(piece)) {
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
        for (int piece = 0; piece < mentions.said(); piece++) {
            int length = pieces.end(piece) - pieces.start(piece);
            if (length > longest && length < serial.length() && pieces.isDigits(piece) && !mentions.isNamed(piece)) {
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
