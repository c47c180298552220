package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment with its readings, weighed while the book was as it was.
 *
 * @param readings best first; those that were passed over come last
 * @param pointsElsewhere whether the text surely names a document, ours or not
 * @param looked how many readings were weighed
 * @param score log-odds of the best one against all others and against nothing, in thousandths of a nat
 * @param signs of the best one; null where there is none
 * @param confidence log-odds that the best one is right, by its signs, in thousandths of a nat
 */
record Judged(
        MatchPayment payment,
        List<Weighed> readings,
        int score,
        boolean pointsElsewhere,
        int looked,
        Explanation explanation,
        @Nullable Signs signs,
        int confidence) {

    /** How many better readings are passed over for one that is worth showing. */
    private static final int MOST_PASSED = 2;

    /**
     * @param doubted how much an earlier payment of the same amount by the same payer may be for the same: see {@link Twins#doubt}
     * @param hints items that a later payment of the same amount by the same payer names
     * @param before how it was judged before
     */
    static Judged judge(
            Book book,
            MatchPayment payment,
            MatchPolicy policy,
            Collection<Integer> hints,
            int doubted,
            @Nullable Judged before) {
        Mentions mentions = Mentions.in(payment, book);
        hints.forEach(item -> mentions.hint(item));
        Payer payer = new Payer(
                payment,
                book,
                mentions,
                before == null ? null : before.explanation().payer());
        List<Reading> found = Readings.of(book, payment, policy, mentions, payer);
        List<Weighed> weighed = new Scale(book, payment, mentions, payer).weigh(found, policy);
        Frame frame = new Frame(book, payment, mentions, payer, doubted, found.size());
        Judged best = frame.judged(weighed);
        for (int passed = 1; !best.isWorthShowing() && passed <= MOST_PASSED && passed < weighed.size(); passed++) {
            List<Weighed> others = new ArrayList<>(weighed.subList(passed, weighed.size()));
            others.addAll(weighed.subList(0, passed));
            Judged other = frame.judged(others);
            if (other.isWorthShowing()) {
                return other;
            }
        }
        return best;
    }

    /** What is the same whichever reading is taken for the best. */
    private record Frame(Book book, MatchPayment payment, Mentions mentions, Payer payer, int doubted, int looked) {

        Judged judged(List<Weighed> weighed) {
            int score = score(weighed);
            boolean abroad = MatchPolicy.isFromAbroad(payment);
            Signs signs = weighed.isEmpty()
                    ? null
                    : Signs.of(book, payment, mentions, payer, weighed, score, doubted, abroad);
            return new Judged(
                    payment,
                    weighed,
                    score,
                    mentions.pointsElsewhere(),
                    looked,
                    new Explanation(book, payment, mentions, payer),
                    signs,
                    signs == null ? score : Confidence.SHIPPED.of(signs, score));
        }
    }

    boolean isWorthShowing() {
        return best() != null && (confidence >= Matching.WORTH_SHOWING || isAsked());
    }

    /** How the best stands against the rest together. */
    private static int score(List<Weighed> weighed) {
        if (weighed.isEmpty()) {
            return Integer.MIN_VALUE / 2;
        }
        double others = 1;
        for (Weighed other : weighed.subList(1, weighed.size())) {
            others += Math.exp(other.weight() / 1000.0);
        }
        return weighed.get(0).weight() - Weights.nats(others);
    }

    @Nullable
    Weighed best() {
        return readings.isEmpty() ? null : readings.get(0);
    }

    @Nullable
    Weighed second() {
        return readings.size() < 2 ? null : readings.get(1);
    }

    boolean isBookable(MatchPolicy policy) {
        Weighed best = best();
        return best != null && policy.thresholds().isReached(best.stratum(), confidence) && mayBeBooked();
    }

    /** Whether it may be booked unasked, however sure it is. */
    boolean mayBeBooked() {
        Weighed best = best();
        return best != null && !isGuessed(best) && !mayHaveLostOnItsWay(best);
    }

    /** Of a part that came from abroad nobody knows whether a bank took the rest of it. */
    private boolean mayHaveLostOnItsWay(Weighed best) {
        return best.stratum().amount() == Stratum.Amount.PARTIAL && MatchPolicy.isFromAbroad(payment);
    }

    /** Whether it is what the payer asked for in as many words: that is proposed however seldom it is right. */
    boolean isAsked() {
        Weighed best = best();
        return best != null
                && best.reading().form() == Reading.Form.OLDEST_IN_PART
                && signs.band(Sign.WISH) == Sign.WISH.band(Purpose.OLDEST.ordinal());
    }

    /** A set found by its sum alone is booked only where no other has the sum, and of three items at most. */
    private boolean isGuessed(Weighed best) {
        return best.reading().form().isGuess()
                && (best.reading().items().length > 3
                        || readings.subList(1, readings.size()).stream()
                                .anyMatch(other -> other.reading().form().isGuess()));
    }
}
