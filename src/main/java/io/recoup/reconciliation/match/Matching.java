package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Match.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

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
    private final List<MatchPayment> payments;
    private final @Nullable ExactPayments exact;
    private long looked;
    private long judged;

    private Matching(
            Book book,
            MatchPolicy policy,
            List<MatchPayment> payments,
            boolean quickly,
            BiConsumer<Judged, List<Part>> settled) {
        this.book = book;
        this.policy = policy;
        this.payments = payments;
        this.settled = settled;
        exact = quickly && !book.isReduced() ? new ExactPayments(book, policy, payments.size()) : null;
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

    /**
     * Takes what is booked or proposed off the book's items. What is easy to tell is not weighed: the answer is the same
     * as if it were.
     */
    public static Outcome decide(Book book, List<MatchPayment> payments, MatchPolicy policy) {
        return decide(book, payments, policy, true, (judged, parts) -> {});
    }

    /**
     * Weighs each payment.
     *
     * @param settled sees each payment as it was judged when it was settled, with what its best reading pays
     */
    static Outcome decide(
            Book book, List<MatchPayment> payments, MatchPolicy policy, BiConsumer<Judged, List<Part>> settled) {
        return decide(book, payments, policy, false, settled);
    }

    private static Outcome decide(
            Book book,
            List<MatchPayment> payments,
            MatchPolicy policy,
            boolean quickly,
            BiConsumer<Judged, List<Part>> settled) {
        List<MatchPayment> sorted = new ArrayList<>(payments);
        sorted.sort(MatchPayment.OLDEST_FIRST);
        Matching matching = new Matching(book, policy, sorted, quickly, settled);
        matching.run();
        return new Outcome(List.of(matching.done), (double) matching.looked / Math.max(1, matching.judged));
    }

    private void run() {
        Pieces pieces = new Pieces();
        for (int place = 0; place < payments.size(); place++) {
            MatchPayment payment = payments.get(place);
            boolean silent = exact != null && exact.look(place, payment);
            if (!silent && payment.payerAccount() != null && Purpose.isOldest(payment, pieces)) {
                book.payers.paysOldest(payment.payerAccount());
            }
        }
        for (int place = 0; place < payments.size(); place++) {
            if (exact == null || !exact.has(place)) {
                enter(place, payments.get(place));
            }
        }
        while (true) {
            Turn turn = queue.peek();
            int easy = exact == null ? payments.size() : exact.next();
            if (easy < payments.size() && (turn == null || !turn.isBeforeAnySure(easy))) {
                takeEasy(easy);
            } else if (turn == null) {
                return;
            } else if (waiting[queue.remove().place()] == turn) {
                take(turn);
            }
        }
    }

    private void take(Turn turn) {
        Turn first = precedence.firstOfItsKind(turn);
        if (first != turn) {
            queue.add(turn);
        }
        if (first.isStale(book)) {
            enterAgain(first.place());
        } else if (precedence.yields(first)) {
            enterAgain(first.place());
            twins.hinted(first.place()).forEach(this::enterAgain);
        } else {
            settle(first);
        }
    }

    /** The same for what was not weighed; it is from now on where anything has changed or something speaks against it. */
    private void takeEasy(int place) {
        exact.pass();
        MatchPayment payment = payments.get(place);
        int item = exact.item(place);
        looked++;
        judged++;
        boolean stale = !exact.isAsItWas(place, payment);
        if (stale || precedence.isContested(place, item) && yields(place, payment)) {
            precedence.claim(item, place);
            enter(place, payment);
            if (!stale) {
                twins.hinted(place).forEach(this::enterAgain);
            }
            return;
        }
        book(place, exact.match(place, payment), true);
    }

    private boolean yields(int place, MatchPayment payment) {
        Judged judged = Judged.judge(book, payment, policy, List.of(), 0, null);
        return precedence.yields(new Turn(place, judged, true, false, new long[0], 0));
    }

    private void enter(int place, MatchPayment payment) {
        Judged before = waiting[place] == null ? null : waiting[place].judged();
        Judged result = Judged.judge(book, payment, policy, twins.hints(place), twins.doubt(place), before);
        looked += result.looked();
        judged++;
        Turn turn = Turn.of(place, result, policy, twins.isHeld(place), book);
        waiting[place] = turn;
        queue.add(turn);
        precedence.note(turn);
    }

    private void enterAgain(int place) {
        if (waiting[place] != null) {
            enter(place, waiting[place].judged().payment());
        }
    }

    private void settle(Turn turn) {
        if (turn.best() != null) {
            settled.accept(turn.judged(), settlement.parts(turn.best().reading()));
        }
        Match match = settlement.of(turn);
        boolean sure = match.decision() == Decision.AUTO && turn.judged().score() >= Turn.SURE && turn.isNamed();
        book(turn.place(), match, sure);
        if (match.decision() != Decision.AUTO) {
            precedence.leave(turn);
        }
    }

    /** @param sure whether it tells whose account it was paid from */
    private void book(int place, Match match, boolean sure) {
        List<Integer> paid = new ArrayList<>();
        for (Part part : match.parts()) {
            int item = book.placeOf(part.item());
            book.reduce(item, Math.abs(part.amount()) + Math.abs(part.forgiven()));
            paid.add(item);
        }
        if (sure) {
            learn(match.payment(), paid);
        }
        waiting[place] = null;
        twins.settled(place);
        done[place] = match;
        twins.released(place, paid).forEach(this::enterAgain);
    }

    /** What is surely named tells whose account it was paid from. */
    private void learn(MatchPayment payment, List<Integer> paid) {
        if (payment.payerAccount() != null) {
            paid.forEach(item -> book.payers.learn(payment.payerAccount(), book.debtorOf(item)));
        }
    }
}
