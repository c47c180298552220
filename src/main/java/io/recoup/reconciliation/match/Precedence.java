package io.recoup.reconciliation.match;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which of two payments goes first where both may be for the same: the earlier one, as far as it does not say otherwise. */
final class Precedence {

    /** So many days before its due date hardly anybody pays an item. */
    private static final int DAYS_EARLY = 14;

    /** How much a payment is doubted: an earlier one like it is for an equal item as well, or for nothing that is found. */
    private static final int FITS_ANOTHER = 1;

    private static final int FITS_NOTHING = 2;

    private final Book book;
    private final MatchPolicy policy;
    private final Twins twins;
    private final Turn[] waiting;
    private final Map<Integer, TreeSet<Integer>> claims = new HashMap<>();
    private final Map<String, TreeSet<Integer>> forOldest = new HashMap<>();
    private final Map<Integer, Turn> unbooked = new HashMap<>();

    /** @param waiting the turns that are not settled yet, by their place */
    Precedence(Book book, MatchPolicy policy, Twins twins, Turn[] waiting) {
        this.book = book;
        this.policy = policy;
        this.twins = twins;
        this.waiting = waiting;
    }

    /** Remembers who names what, and who pays the oldest. */
    void note(Turn turn) {
        if (isForOldest(turn)
                && book.payers.isPayingOldest(turn.judged().payment().payerAccount())) {
            forOldest
                    .computeIfAbsent(turn.judged().payment().payerAccount(), key -> new TreeSet<>())
                    .add(turn.place());
        }
        if (turn.isNamed()) {
            for (int item : turn.items()) {
                claim(item, turn.place());
            }
        }
    }

    /** Remembers that the payment at that place names the item. */
    void claim(int item, int place) {
        claims.computeIfAbsent(item, key -> new TreeSet<>()).add(place);
    }

    /** Whether another payment may have to go before the one at that place, which names the item. */
    boolean isContested(int place, int item) {
        return claims.containsKey(item)
                || !twins.before(place, Twins.DAYS_APART).isEmpty();
    }

    /** Of payments by the same payer of the same amount that want the same item and do not name it, the first one. */
    Turn firstOfItsKind(Turn turn) {
        if (turn.best() == null || turn.isNamed()) {
            return turn;
        }
        if (isForOldest(turn)) {
            return firstForOldest(turn);
        }
        int[] items = turn.items();
        Integer earlier = twins.firstWaiting(turn.place(), place -> {
            Turn first = waiting[place];
            return !first.held() && first.isProposed() && first.wantsAnyOf(items);
        });
        return earlier == null ? turn : waiting[earlier];
    }

    private static boolean isForOldest(Turn turn) {
        return turn.best() != null && turn.best().reading().form() == Reading.Form.OLDEST_IN_PART;
    }

    /** What fills the oldest items does so in the order of its days. */
    private Turn firstForOldest(Turn turn) {
        String account = turn.judged().payment().payerAccount();
        for (int earlier : forOldest.getOrDefault(account, new TreeSet<>()).headSet(turn.place())) {
            Turn first = waiting[earlier];
            if (first != null && !first.held() && isForOldest(first) && first.isProposed()) {
                return first;
            }
        }
        return turn;
    }

    /** Remembers what was not booked: it may still have been for what a later one names. */
    void leave(Turn turn) {
        unbooked.put(turn.place(), turn);
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
        int doubted = twins.doubt(turn.place());
        for (int earlier : twins.before(turn.place(), Twins.DAYS_APART)) {
            Turn first = waiting[earlier];
            if (first == null) {
                doubtFor(unbooked.get(earlier), turn);
            } else if (meansTheSame(first, turn.items())) {
                twins.hold(turn.place(), earlier, turn.items());
                return true;
            } else if (!first.bookable() && mayBeFor(first, turn.items())) {
                if (fitsAnother(first.judged(), turn.items())) {
                    twins.doubt(turn.place(), FITS_ANOTHER);
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
        return claiming >= 0 || doubted != twins.doubt(turn.place());
    }

    /** Whether the earlier one wants one of the items and says so, or can be for nothing else. */
    private boolean meansTheSame(Turn first, int[] items) {
        return first.isProposed()
                && first.wantsAnyOf(items)
                && (first.best().stratum().naming() != Stratum.Naming.NONE || !fitsAnother(first.judged(), items));
    }

    private void doubtFor(@Nullable Turn first, Turn turn) {
        if (first != null && mayBeFor(first, turn.items())) {
            twins.doubt(turn.place(), first.isProposed() ? FITS_ANOTHER : FITS_NOTHING);
        }
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

    private boolean fitsAnother(Judged judged, int[] items) {
        return items.length == 1 && judged.readings().stream().anyMatch(reading -> isForAnother(reading, items[0]));
    }

    /** Another item of the same debtor, or of whom the payer seems to be; that a stranger owes as much says nothing. */
    private boolean isForAnother(Weighed reading, int item) {
        boolean his = book.debtorOf(reading.reading().items()[0]) == book.debtorOf(item);
        Stratum.Party party = reading.stratum().party();
        if (!his && party != Stratum.Party.ACCOUNT && party != Stratum.Party.NAME) {
            return false;
        }
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
