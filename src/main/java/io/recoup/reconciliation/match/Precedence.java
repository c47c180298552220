package io.recoup.reconciliation.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Which of two payments goes first where both may be for the same: the earlier one, as far as it does not say otherwise. */
final class Precedence {

    /** So many days before its due date hardly anybody pays an item. */
    private static final int DAYS_EARLY = 14;

    private final Book book;
    private final MatchPolicy policy;
    private final Twins twins;
    private final Turn[] waiting;
    private final Map<Integer, TreeSet<Integer>> claims = new HashMap<>();

    /** @param waiting the turns that are not settled yet, by their place */
    Precedence(Book book, MatchPolicy policy, Twins twins, Turn[] waiting) {
        this.book = book;
        this.policy = policy;
        this.twins = twins;
        this.waiting = waiting;
    }

    /** Remembers who names what. */
    void note(Turn turn) {
        if (turn.isNamed()) {
            for (int item : turn.items()) {
                claims.computeIfAbsent(item, key -> new TreeSet<>()).add(turn.place());
            }
        }
    }

    /** Of payments by the same payer of the same amount that want the same item and do not name it, the first one. */
    Turn firstOfItsKind(Turn turn) {
        if (turn.best() != null && !turn.isNamed()) {
            for (int earlier : twins.before(turn.place(), Integer.MAX_VALUE)) {
                Turn first = waiting[earlier];
                if (first != null && !first.held() && first.isProposed() && first.wantsAnyOf(turn.items())) {
                    return first;
                }
            }
        }
        return turn;
    }

    /**
     * Where the same payer sent the same amount shortly before and does not say what for, it may have been for this. If
     * it can be for nothing else, it goes first and is looked at with what this one says; else this one is less sure.
     *
     * @return whether anything is to be judged again: this payment and those that now have a hint
     */
    boolean yields(Turn turn) {
        if (!turn.isSure() || twins.isHeld(turn.place())) {
            return false;
        }
        boolean doubted = twins.isDoubted(turn.place());
        for (int earlier : twins.before(turn.place(), Twins.DAYS_APART)) {
            Turn first = waiting[earlier];
            if (first != null && !first.bookable() && mayBeFor(first, turn.items())) {
                if (fitsAnother(first.judged(), turn.items())) {
                    twins.doubt(turn.place());
                } else {
                    twins.hold(turn.place(), earlier, turn.items());
                    twins.hint(earlier, turn.items());
                    return true;
                }
            }
        }
        int claiming = claimedBefore(turn);
        if (claiming >= 0) {
            twins.hold(turn.place(), claiming, turn.items());
        }
        return claiming >= 0 || doubted != twins.isDoubted(turn.place());
    }

    private boolean mayBeFor(Turn first, int[] items) {
        boolean elsewhere = first.judged().pointsElsewhere() && !first.wantsAnyOf(items);
        return !elsewhere
                && Arrays.stream(items)
                        .anyMatch(item -> !isTooEarly(item, first.judged().payment()));
    }

    /** Nobody pays unasked what is not issued yet, or not due for weeks. */
    private boolean isTooEarly(int item, MatchPayment payment) {
        return book.item(item).issuedOn().isAfter(policy.issuedUntil(payment))
                || book.item(item).dueOn().isAfter(payment.on().plusDays(DAYS_EARLY));
    }

    private static boolean fitsAnother(Judged judged, int[] items) {
        return items.length == 1 && judged.readings().stream().anyMatch(reading -> isForAnother(reading, items[0]));
    }

    private static boolean isForAnother(Weighed reading, int item) {
        return switch (reading.stratum().amount()) {
            case EXACT, EQUAL -> reading.alike() > 1 || !reading.reading().has(item);
            default -> false;
        };
    }

    /** The place of an earlier payment that is not sure of itself and names one of the same items; -1 without one. */
    private int claimedBefore(Turn turn) {
        for (int item : turn.items()) {
            for (int earlier : claims.getOrDefault(item, new TreeSet<>()).headSet(turn.place())) {
                Turn first = waiting[earlier];
                if (first != null
                        && !first.bookable()
                        && first.isProposed()
                        && first.best().reading().has(item)
                        && first.judged()
                                .payment()
                                .on()
                                .isBefore(turn.judged().payment().on())) {
                    return earlier;
                }
            }
        }
        return -1;
    }
}
