package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Match.Kind;
import io.recoup.reconciliation.match.Match.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Decides a closed batch of payments together: the surest is settled first and takes its items from the others, which are
 * then looked at again. Only what is booked or proposed takes items; the order in which payments come does not matter.
 */
public final class Matching {

    /** Below this nothing is proposed: the odds that the best reading is right are under one to seven. */
    static final int WORTH_SHOWING = -2_000;

    private final Book book;
    private final MatchPolicy policy;
    private final Map<Integer, TreeSet<Integer>> claims = new HashMap<>();
    private final Twins twins;
    private final Turn[] waiting;
    private final Match[] done;
    private final PriorityQueue<Turn> queue = new PriorityQueue<>(SUREST_FIRST);
    private long looked;
    private long judged;

    private Matching(Book book, MatchPolicy policy, List<MatchPayment> payments) {
        this.book = book;
        this.policy = policy;
        twins = new Twins(payments);
        waiting = new Turn[payments.size()];
        done = new Match[payments.size()];
    }

    /**
     * @param matches one for each payment, oldest first
     * @param candidates how many readings were looked at, for each time a payment was judged, on average
     */
    public record Outcome(List<Match> matches, double candidates) {}

    /**
     * A payment in the queue: the place it came at and how it was judged last.
     *
     * @param open what was open of the items in its readings, and how many the account's owners were: when either
     *     changes, it is judged again
     */
    private record Turn(int place, Judged judged, boolean bookable, boolean held, long[] open, int owners) {}

    /** Above this, older money goes before surer money: of two payments of one invoice the first one paid it. */
    private static final int SURE = 6_000;

    /** From here on a reading is taken for what the payment is for, though it is not booked. */
    private static final int OWN = 4_000;

    /** About as sure is as sure: then, too, older money goes first. */
    private static final int STEP = 2_000;

    private static final Comparator<Turn> SUREST_FIRST = Comparator.comparing((Turn turn) -> turn.held)
            .thenComparing(turn -> !turn.bookable)
            .thenComparing(turn -> -Math.floorDiv(Math.min(SURE, turn.judged.score()), STEP))
            .thenComparing(turn -> turn.place);

    /** Takes what is booked or proposed off the book's items. */
    public static Outcome decide(Book book, List<MatchPayment> payments, MatchPolicy policy) {
        List<MatchPayment> sorted = new ArrayList<>(payments);
        sorted.sort(MatchPayment.OLDEST_FIRST);
        Matching matching = new Matching(book, policy, sorted);
        matching.run(sorted);
        return new Outcome(List.of(matching.done), (double) matching.looked / Math.max(1, matching.judged));
    }

    private void run(List<MatchPayment> payments) {
        for (int place = 0; place < payments.size(); place++) {
            enter(judge(place, payments.get(place)));
        }
        while (!queue.isEmpty()) {
            Turn turn = queue.poll();
            if (waiting[turn.place] != turn) {
                continue;
            }
            if (isStale(turn)) {
                enter(judge(turn.place, turn.judged.payment()));
            } else if (!givesWay(turn)) {
                settle(turn);
            }
        }
    }

    private void enter(Turn turn) {
        waiting[turn.place] = turn;
        queue.add(turn);
        Weighed best = turn.judged.best();
        if (best != null && isNamed(best)) {
            for (int item : best.reading().items()) {
                claims.computeIfAbsent(item, key -> new TreeSet<>()).add(turn.place);
            }
        }
    }

    private static boolean isNamed(Weighed reading) {
        return switch (reading.stratum().naming()) {
            case REFERENCE, NUMBER, NUMBERS -> true;
            case WEAK, NONE -> false;
        };
    }

    /** Whether a payment may well be for something else than these items. */
    private static boolean hasOwnReading(Judged judged, int[] items) {
        Weighed best = judged.best();
        if (best != null && Arrays.stream(items).anyMatch(best.reading()::has)) {
            return false;
        }
        return judged.pointsElsewhere() || judged.score() >= OWN;
    }

    /** Whether an earlier payment that is not sure of itself names one of the same items. */
    private boolean isClaimedBefore(Turn turn) {
        for (int item : turn.judged.best().reading().items()) {
            for (int earlier : claims.getOrDefault(item, new TreeSet<>()).headSet(turn.place)) {
                Turn first = waiting[earlier];
                if (first != null
                        && !first.bookable
                        && first.judged.score() > WORTH_SHOWING
                        && first.judged.best().reading().has(item)
                        && first.judged
                                .payment()
                                .on()
                                .isBefore(turn.judged.payment().on())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Where the same payer sent the same amount before, and nobody knows yet what for, that was likely for this: it is
     * looked at with what this one says, and goes first.
     */
    private boolean givesWay(Turn turn) {
        if (!turn.bookable && turn.judged.score() < SURE || twins.isHeld(turn.place)) {
            return false;
        }
        for (int earlier : twins.before(turn.place)) {
            Turn first = waiting[earlier];
            int[] items = turn.judged.best().reading().items();
            if (first != null && !first.bookable && !hasOwnReading(first.judged, items)) {
                twins.hold(turn.place, earlier, items);
                enter(judge(earlier, first.judged.payment()));
                enter(judge(turn.place, turn.judged.payment()));
                return true;
            }
        }
        if (isClaimedBefore(turn)) {
            twins.hold(turn.place);
            enter(judge(turn.place, turn.judged.payment()));
            return true;
        }
        return false;
    }

    private Turn judge(int place, MatchPayment payment) {
        Judged result = Judged.judge(book, payment, policy, twins.hints(place));
        looked += result.looked();
        judged++;
        boolean held = twins.isHeld(place);
        return new Turn(place, result, result.isBookable(policy) && !held, held, openOf(result), owners(payment));
    }

    private long[] openOf(Judged result) {
        return result.readings().stream()
                .flatMapToInt(weighed -> Arrays.stream(weighed.reading().items()))
                .mapToLong(book::open)
                .toArray();
    }

    private boolean isStale(Turn turn) {
        return turn.owners != owners(turn.judged.payment()) || !Arrays.equals(turn.open, openOf(turn.judged));
    }

    private int owners(MatchPayment payment) {
        return book.payers.owners(payment.payerAccount()).size();
    }

    private void settle(Turn turn) {
        Match match = match(turn);
        for (Part part : match.parts()) {
            book.reduce(book.placeOf(part.item()), Math.abs(part.amount()) + Math.abs(part.forgiven()));
        }
        learn(match);
        waiting[turn.place] = null;
        done[turn.place] = match;
    }

    /** What is surely named tells whose account it was paid from. */
    private void learn(Match match) {
        String account = match.payment().payerAccount();
        if (account == null || match.decision() != Decision.AUTO || match.score() < SURE) {
            return;
        }
        switch (match.stratum().naming()) {
            case REFERENCE, NUMBER, NUMBERS ->
                match.parts().forEach(part -> book.payers.learn(account, book.debtorOf(book.placeOf(part.item()))));
            default -> {}
        }
    }

    private Match match(Turn turn) {
        Judged judged = turn.judged;
        Weighed best = judged.best();
        if (best == null || !turn.bookable && judged.score() < WORTH_SHOWING) {
            return new Match(
                    judged.payment(),
                    Decision.NONE,
                    null,
                    judged.score(),
                    List.of(),
                    judged.payment().amount(),
                    judged.explanation().nothing(),
                    null,
                    best == null ? null : judged.explanation().tooWeak(best));
        }
        List<Part> parts = parts(best.reading());
        long paid = parts.stream().mapToLong(Part::amount).sum();
        Money residual = new Money(
                judged.payment().amount().minor() - paid,
                judged.payment().amount().currency());
        return new Match(
                judged.payment(),
                turn.bookable ? Decision.AUTO : Decision.REVIEW,
                best.stratum(),
                judged.score(),
                parts,
                residual,
                judged.explanation().of(best),
                turn.bookable ? null : Reason.of(twins.isHeld(turn.place) ? "twin" : "unsure"),
                judged.explanation().runnerUp(best, judged.second()));
    }

    private List<Part> parts(Reading reading) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < reading.items().length; i++) {
            int item = reading.items()[i];
            parts.add(new Part(book.item(item), reading.money()[i], reading.forgiven()[i], kind(reading, i, item)));
        }
        return parts;
    }

    private Kind kind(Reading reading, int at, int item) {
        if (book.item(item).isCredit()) {
            return Kind.CREDIT;
        }
        if (reading.forgiven()[at] != 0) {
            return reading.amount() == Stratum.Amount.TOLERANCE ? Kind.TOLERANCE : Kind.DISCOUNT;
        }
        return reading.money()[at] < book.open(item) ? Kind.PARTIAL : Kind.FULL;
    }
}
