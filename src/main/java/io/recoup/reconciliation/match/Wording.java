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

    /** The same of words for an advice that tells elsewhere what is paid. */
    private static final List<String> ADVICE = List.of("AVIS", "ADVICE", "AVVIS", "SPECIFI", "REMITTANCE");

    /** The same of words for a letter of ours. */
    private static final List<String> LETTER =
            List.of("MAHN", "REMIND", "RAPPEL", "SOLLECIT", "RECORDAT", "HERINNER", "PAMINN", "PURRE", "RYKKER");

    /** The same of words for one of several payments of one document. */
    private static final List<String> INSTALMENT =
            List.of("RATE", "RATA", "INSTAL", "ECHEANCE", "PLAZO", "TERMIJN", "DELBETAL", "AVDRAG", "OSAMAKS");

    /** Words, and pairs of letters, for documents that are paid but not listed. */
    private static final List<String> OTHERS =
            List.of("OTHERS", "AUTRES", "ALTRE", "OTRAS", "OTROS", "ETC", "USW", "EA", "UA");

    private static final List<String> OTHERS_IN_SHORT = List.of("U A", "E A", "M FL", "M M");

    private static final int SHORTEST_WORD = 4;

    private final Book book;
    private final Mentions mentions;
    private final Pieces pieces;
    private int unexplained = -1;
    private int purpose = -1;

    Wording(Book book, Mentions mentions, Pieces pieces) {
        this.book = book;
        this.mentions = mentions;
        this.pieces = pieces;
    }

    /** Whether it has a number of five digits or more that stands for nothing we know: some other business. */
    boolean saysSomethingElse() {
        for (int piece = 0; piece < mentions.said(); piece++) {
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
                    && !mentions.isNamed(piece, piece)
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

    /** Whether a payment's text asks that the oldest be paid. */
    static boolean asksForOldest(MatchPayment payment, Pieces pieces) {
        if (payment.remittance() == null) {
            return false;
        }
        pieces.take(payment.remittance());
        for (int piece = 0; piece < pieces.count(); piece++) {
            if (!pieces.isDigits(piece) && isLike(pieces, piece, OLDEST)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the payer asks that the oldest be paid first, which is for him to say. */
    boolean asksForOldest() {
        return purpose() == 2;
    }

    /** Whether the payer says that it is money in advance or on account, for nothing that is invoiced. */
    boolean isInAdvance() {
        return purpose() == 1;
    }

    /** What the words say the money is for, as {@link Sign#WISH} tells it. */
    int purpose() {
        if (purpose < 0) {
            purpose = readPurpose();
        }
        return purpose;
    }

    private int readPurpose() {
        if (hasWordLike(OLDEST)) {
            return 2;
        }
        if (hasWordLike(IN_ADVANCE)) {
            return 1;
        }
        int other =
                namesOthers() ? 3 : hasWordLike(ADVICE) ? 4 : hasWordLike(LETTER) ? 5 : hasWordLike(INSTALMENT) ? 6 : 0;
        return other == 0 && mentions.leavesItToHabit() ? 2 : other;
    }

    /** Whether the payer says that our letter made him pay. */
    boolean isAboutALetter() {
        return purpose() == 5;
    }

    /** Whether the payer says that he pays more documents than he lists. */
    boolean namesOthers() {
        for (int piece = 0; piece < mentions.said(); piece++) {
            if (!pieces.isDigits(piece)) {
                String word = pieces.run(piece, piece);
                boolean pair = word.length() <= 2
                        && piece + 1 < mentions.said()
                        && !pieces.isDigits(piece + 1)
                        && OTHERS_IN_SHORT.contains(word + " " + pieces.run(piece + 1, piece + 1));
                if (pair || OTHERS.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasWordLike(List<String> beginnings) {
        for (int piece = 0; piece < mentions.said(); piece++) {
            if (!pieces.isDigits(piece) && isLike(pieces, piece, beginnings)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLike(Pieces pieces, int piece, List<String> beginnings) {
        if (pieces.end(piece) - pieces.start(piece) < SHORTEST_WORD) {
            return false;
        }
        String word = Fold.word(pieces.run(piece, piece));
        for (String beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a piece of the text is exactly these letters or digits, zeros in front aside. */
    boolean hasPiece(String serial) {
        for (int piece = 0; piece < mentions.said(); piece++) {
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
        for (int piece = 0; piece < mentions.said(); piece++) {
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
