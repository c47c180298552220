package io.recoup.reconciliation.match;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a payment's text could name, for whoever looks up the part of a ledger that a {@link Book} needs: every run of
 * neighbouring letters and digits that the engine itself looks for. Capitals, letters and digits alone.
 */
public final class TextKeys {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 35;

    private TextKeys() {}

    /** Every run, those inside a longer word too. */
    public static Set<String> in(MatchPayment payment) {
        return runs(payment, false);
    }

    /** The runs that begin and end at a separator: {@code "XF-2026/0012"} has XF20260012, but not F20260012. */
    public static Set<String> wholeIn(MatchPayment payment) {
        return runs(payment, true);
    }

    private static Set<String> runs(MatchPayment payment, boolean whole) {
        String id = payment.endToEndId();
        Pieces pieces = new Pieces()
                .take(
                        payment.reference(),
                        payment.remittance(),
                        id == null || id.equalsIgnoreCase("NOTPROVIDED") ? null : id);
        Set<String> keys = new LinkedHashSet<>();
        for (int from = 0; from < pieces.count(); from++) {
            boolean digit = false;
            for (int to = from; to < Math.min(pieces.count(), from + Mentions.LONGEST_RUN); to++) {
                int length = pieces.end(to) - pieces.start(from);
                if (length > LONGEST) {
                    break;
                }
                digit |= pieces.isDigits(to);
                boolean inside = pieces.isGlued(from) || pieces.isGlued(to + 1);
                if (digit && length >= SHORTEST && !(whole && inside)) {
                    String run = pieces.run(from, to);
                    if (!isYear(run)) {
                        keys.add(run);
                    }
                }
            }
        }
        return keys;
    }

    /**
     * What a payment's text says nearly: by each run of it that may be a number with a slip, the keys from which it is one
     * slip away.
     *
     * @param written numbers and references as they are printed, which show what keys look like
     */
    public static Map<String, Set<String>> nearlyIn(MatchPayment payment, Collection<String> written) {
        KeyShapes shapes = new KeyShapes();
        written.forEach(one -> shapes.add(squashed(one)));
        Pieces pieces = new Pieces().take(payment.reference(), payment.remittance());
        Map<String, Set<String>> nearly = new LinkedHashMap<>();
        for (String run : Misspelt.runs(pieces, pieces.count())) {
            Set<String> keys = new LinkedHashSet<>();
            OneSlip.of(
                    run,
                    shapes,
                    (upTo, instead, after) -> keys.add(run.substring(0, upTo) + instead + run.substring(after)));
            if (!keys.isEmpty()) {
                nearly.put(run, keys);
            }
        }
        return nearly;
    }

    /** Whether the engine looks at documents that a text names with a slip where so many are as near as each other. */
    public static boolean sayAnything(int documentsNearby) {
        return Misspelt.saySomething(documentsNearby);
    }

    private static boolean isYear(String run) {
        return run.length() == 4
                && (run.startsWith("20") || run.startsWith("19"))
                && Numbers.digits(run).length() == 4;
    }

    /** The words that tell names apart: capitals, no accents, no legal forms. */
    public static Set<String> wordsOf(String name) {
        return PayerNames.words(name);
    }

    /** Letters and digits alone, in capitals. */
    public static String squashed(String text) {
        return Fold.squashed(text);
    }
}
