package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Match.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/**
 * Decides a closed batch of payments together: the surest is settled first and takes its items from the others, which are
 * then looked at again. Only what is booked or proposed takes items; the order in which payments come does not matter.
 */
public final class Matching {

    /** Below this nothing is proposed: the odds that the best reading is right are under one to seven. */
    static final int WORTH_SHOWING = -2_000;

    private final Book book;
    private final MatchPolicy policy;
    private final BiConsumer<Judged, List<Part>> settled;
    private final Twins twins;
    private final Turn[] waiting;
    private final Match[] done;
    private final Precedence precedence;
    private final Settlement settlement;
    private final PriorityQueue<Turn> queue = new PriorityQueue<>(Turn.SUREST_FIRST);
    private long looked;
    private long judged;

    private Matching(
            Book book, MatchPolicy policy, List<MatchPayment> payments, BiConsumer<Judged, List<Part>> settled) {
        this.book = book;
        this.policy = policy;
        this.settled = settled;
        twins = new Twins(payments);
        waiting = new Turn[payments.size()];
        done = new Match[payments.size()];
        precedence = new Precedence(book, policy, twins, waiting);
        settlement = new Settlement(book, twins);
    }

    /**
     * @param matches one for each payment, oldest first
     * @param candidates how many readings were looked at, for each time a payment was judged, on average
     */
    public record Outcome(List<Match> matches, double candidates) {}

    /** Takes what is booked or proposed off the book's items. */
    public static Outcome decide(Book book, List<MatchPayment> payments, MatchPolicy policy) {
        return decide(book, payments, policy, (judged, parts) -> {});
    }

    /** @param settled sees each payment as it was judged when it was settled, with what its best reading pays */
    static Outcome decide(
            Book book, List<MatchPayment> payments, MatchPolicy policy, BiConsumer<Judged, List<Part>> settled) {
        List<MatchPayment> sorted = new ArrayList<>(payments);
        sorted.sort(MatchPayment.OLDEST_FIRST);
        Matching matching = new Matching(book, policy, sorted, settled);
        matching.run(sorted);
        return new Outcome(List.of(matching.done), (double) matching.looked / Math.max(1, matching.judged));
    }

    private void run(List<MatchPayment> payments) {
        Pieces pieces = new Pieces();
        for (MatchPayment payment : payments) {
            if (payment.payerAccount() != null && Purpose.isOldest(payment, pieces)) {
                book.payers.paysOldest(payment.payerAccount());
            }
        }
        for (int place = 0; place < payments.size(); place++) {
            enter(place, payments.get(place));
        }
        while (!queue.isEmpty()) {
            Turn turn = queue.poll();
            if (waiting[turn.place()] != turn) {
                continue;
            }
            Turn first = precedence.firstOfItsKind(turn);
            if (first != turn) {
                queue.add(turn);
            }
            if (isStale(first)) {
                enterAgain(first.place());
            } else if (precedence.yields(first)) {
                enterAgain(first.place());
                twins.hinted(first.place()).forEach(this::enterAgain);
            } else {
                settle(first);
            }
        }
    }

    private void enter(int place, MatchPayment payment) {
        Judged before = waiting[place] == null ? null : waiting[place].judged();
        Judged result = Judged.judge(book, payment, policy, twins.hints(place), twins.doubt(place), before);
        looked += result.looked();
        judged++;
        boolean held = twins.isHeld(place);
        Turn turn = new Turn(place, result, result.isBookable(policy) && !held, held, openOf(result), owners(payment));
        waiting[place] = turn;
        queue.add(turn);
        precedence.note(turn);
    }

    private void enterAgain(int place) {
        if (waiting[place] != null) {
            enter(place, waiting[place].judged().payment());
        }
    }

    private long[] openOf(Judged result) {
        int count = 0;
        for (Weighed one : result.readings()) {
            count += one.reading().items().length;
        }
        long[] open = new long[count];
        int at = 0;
        for (Weighed one : result.readings()) {
            for (int item : one.reading().items()) {
                open[at++] = book.open(item);
            }
        }
        return open;
    }

    private boolean isStale(Turn turn) {
        return turn.owners() != owners(turn.judged().payment()) || hasChanged(turn);
    }

    private boolean hasChanged(Turn turn) {
        int at = 0;
        for (Weighed one : turn.judged().readings()) {
            for (int item : one.reading().items()) {
                if (turn.open()[at++] != book.open(item)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int owners(MatchPayment payment) {
        return book.payers.owners(payment.payerAccount()).size();
    }

    private void settle(Turn turn) {
        if (turn.best() != null) {
            settled.accept(turn.judged(), settlement.parts(turn.best().reading()));
        }
        Match match = settlement.of(turn);
        List<Integer> paid = new ArrayList<>();
        for (Part part : match.parts()) {
            int item = book.placeOf(part.item());
            book.reduce(item, Math.abs(part.amount()) + Math.abs(part.forgiven()));
            paid.add(item);
        }
        if (match.decision() == Decision.AUTO && turn.judged().score() >= Turn.SURE && turn.isNamed()) {
            learn(match.payment(), paid);
        }
        waiting[turn.place()] = null;
        twins.settled(turn.place());
        if (match.decision() != Decision.AUTO) {
            precedence.leave(turn);
        }
        done[turn.place()] = match;
        twins.released(turn.place(), paid).forEach(this::enterAgain);
    }

    /** What is surely named tells whose account it was paid from. */
    private void learn(MatchPayment payment, List<Integer> paid) {
        if (payment.payerAccount() != null) {
            paid.forEach(item -> book.payers.learn(payment.payerAccount(), book.debtorOf(item)));
        }
    }
}
