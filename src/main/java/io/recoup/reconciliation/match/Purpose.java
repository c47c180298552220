package io.recoup.reconciliation.match;

import java.util.List;
import java.util.stream.Stream;

/** What the words of a text say that money is for. */
enum Purpose {
    NOTHING(List.of()),
    /** Money in advance or on account, for nothing that is invoiced. */
    IN_ADVANCE(List.of(
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
            "ENNAKKO")),
    /** The oldest, which is for the payer to say. */
    OLDEST(List.of("ALTEST", "OLDEST", "ANCIEN", "VECCHI", "ANTIGU", "OUDST", "ALDST", "ELDST", "VANHIM")),
    /** More documents than are listed. */
    OTHERS(List.of()),
    /** What an advice tells elsewhere. */
    ADVICE(List.of("AVIS", "ADVICE", "AVVIS", "SPECIFI", "REMITTANCE")),
    /** What a letter of ours listed. */
    LETTER(List.of("MAHN", "REMIND", "RAPPEL", "SOLLECIT", "RECORDAT", "HERINNER", "PAMINN", "PURRE", "RYKKER")),
    /** One of several payments of one document. */
    INSTALMENT(List.of("RATE", "RATA", "INSTAL", "ECHEANCE", "PLAZO", "TERMIJN", "DELBETAL", "AVDRAG", "OSAMAKS"));

    private static final List<String> OTHERS_IN_A_WORD =
            List.of("OTHERS", "AUTRES", "ALTRE", "OTRAS", "OTROS", "ETC", "USW", "EA", "UA");
    private static final List<String> OTHERS_IN_SHORT = List.of("U A", "E A", "M FL", "M M");
    private static final int SHORTEST_WORD = 4;

    /** How words for it begin, as {@link Fold#word} writes them. */
    private final List<String> beginnings;

    Purpose(List<String> beginnings) {
        this.beginnings = beginnings;
    }

    /** Whole words or beginnings of words without which a text says nothing, but for {@link #wordsBeforeAnother}. */
    static List<String> words() {
        return Stream.concat(Stream.of(values()).flatMap(one -> one.beginnings.stream()), OTHERS_IN_A_WORD.stream())
                .toList();
    }

    /** Short words that say something where another word follows. */
    static List<String> wordsBeforeAnother() {
        return OTHERS_IN_SHORT.stream()
                .map(pair -> pair.substring(0, pair.indexOf(' ')))
                .toList();
    }

    /** @param until how many pieces of the text count */
    static Purpose of(Pieces pieces, int until) {
        if (OLDEST.isSaid(pieces, until)) {
            return OLDEST;
        }
        if (IN_ADVANCE.isSaid(pieces, until)) {
            return IN_ADVANCE;
        }
        if (namesOthers(pieces, until)) {
            return OTHERS;
        }
        for (Purpose purpose : List.of(ADVICE, LETTER, INSTALMENT)) {
            if (purpose.isSaid(pieces, until)) {
                return purpose;
            }
        }
        return NOTHING;
    }

    /** Whether the payment's text asks that the oldest be paid. */
    static boolean isOldest(MatchPayment payment, Pieces pieces) {
        if (payment.remittance() == null) {
            return false;
        }
        pieces.take(payment.remittance());
        return OLDEST.isSaid(pieces, pieces.count());
    }

    private boolean isSaid(Pieces pieces, int until) {
        for (int piece = 0; piece < until; piece++) {
            if (!pieces.isDigits(piece) && pieces.end(piece) - pieces.start(piece) >= SHORTEST_WORD) {
                String word = Fold.word(pieces.run(piece, piece));
                for (String beginning : beginnings) {
                    if (word.startsWith(beginning)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean namesOthers(Pieces pieces, int until) {
        for (int piece = 0; piece < until; piece++) {
            if (!pieces.isDigits(piece)) {
                String word = pieces.run(piece, piece);
                boolean pair = word.length() <= 2
                        && piece + 1 < until
                        && !pieces.isDigits(piece + 1)
                        && OTHERS_IN_SHORT.contains(word + " " + pieces.run(piece + 1, piece + 1));
                if (pair || OTHERS_IN_A_WORD.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
