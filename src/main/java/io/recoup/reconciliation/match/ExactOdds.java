package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Stratum.Amount;
import io.recoup.reconciliation.match.Stratum.Naming;
import io.recoup.reconciliation.match.Stratum.Party;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How sure the only reading of a payment is that {@link ExactLane} finds, by the same table and the same signs as of any
 * other: of what cannot be otherwise here the bands stand once, the rest is read for each payment.
 */
final class ExactOdds {

    /** That it would not be booked, or not be among the surest. */
    static final int NOT_SURE = Integer.MIN_VALUE;

    private static final int REMEMBERED = 1 << 14;

    private static final Sign[] READ = {
        Sign.NAMING,
        Sign.PARTY,
        Sign.SCORE,
        Sign.DAY,
        Sign.ABROAD,
        Sign.OWNERS,
        Sign.OPEN,
        Sign.PRINTED,
        Sign.OVERDUE,
        Sign.SKIPPED,
        Sign.EQUAL,
        Sign.EQUAL_OF_OTHERS,
        Sign.ROUND,
        Sign.LIKENESS
    };

    private final ExactItems items;
    private final ExactOwed owed;
    private final Kind[][] kinds = new Kind[Naming.values().length][Party.values().length];
    private final int[] bands = new int[Sign.values().length];
    private final int prior;

    /** Payments are much alike: what was added up lately is not again. By {@link #told}, the newer in the older's place. */
    private final long[] told = new long[REMEMBERED];

    private final int[] known = new int[REMEMBERED];

    /** @param least the confidence from which it is booked unasked */
    private record Kind(Stratum stratum, int least) {}

    ExactOdds(ExactItems items, ExactOwed owed, Thresholds thresholds) {
        this.items = items;
        this.owed = owed;
        prior = Weights.prior(owed.openItems());
        for (Naming naming : new Naming[] {Naming.REFERENCE, Naming.NUMBER}) {
            for (Party party : new Party[] {Party.ACCOUNT, Party.NAME, Party.UNKNOWN}) {
                Stratum stratum = new Stratum(naming, Amount.EXACT, party);
                Integer least = thresholds.scores().get(stratum.toString());
                if (Confidence.SHIPPED.knows(stratum) && least != null) {
                    kinds[naming.ordinal()][party.ordinal()] = new Kind(stratum, least);
                }
            }
        }
        Arrays.fill(bands, -1);
        put(Sign.AMOUNT, Amount.EXACT.ordinal());
        put(Sign.FORM, Reading.Form.NAMED.ordinal());
        put(Sign.ITEMS, 1);
        put(Sign.WISH, Purpose.NOTHING.ordinal());
        put(Sign.DATED, Dated.NOTHING.ordinal());
        for (Sign sign : new Sign[] {
            Sign.UNEXPLAINED,
            Sign.STRANGERS,
            Sign.CUSTOMERS,
            Sign.LEFT_OUT,
            Sign.NAMED_BY,
            Sign.TWIN,
            Sign.SPREAD,
            Sign.FALLS_SHORT,
            Sign.OVER
        }) {
            put(sign, 0);
        }
    }

    private void put(Sign sign, long value) {
        bands[sign.ordinal()] = sign.band(value);
    }

    static Naming naming(ExactLane lane) {
        return lane.kind() == Numbers.REFERENCE ? Naming.REFERENCE : Naming.NUMBER;
    }

    @Nullable
    Stratum stratum(Naming naming, Party party) {
        Kind kind = kinds[naming.ordinal()][party.ordinal()];
        return kind == null ? null : kind.stratum;
    }

    /** What it says for an item's debtor that the money came from his own account and nobody else's. */
    int weightOfAccount(int item) {
        return Weights.ofAccount(owed.openItems(), owed.ofDebtorOf(item), 1);
    }

    /**
     * @param lane has just found the item
     * @param payer what the payer says for the item's debtor, in thousandths of a nat
     * @param likeness how much his name is the debtor's, 0 to 1
     * @param owners how many debtors pay from the account
     * @param on days since 1970
     * @return log-odds that it is right, in thousandths of a nat, or {@link #NOT_SURE}
     */
    int confidence(
            ExactLane lane,
            int item,
            Naming naming,
            Party party,
            int payer,
            double likeness,
            int owners,
            int on,
            boolean fromAbroad) {
        Kind kind = kinds[naming.ordinal()][party.ordinal()];
        if (kind == null) {
            return NOT_SURE;
        }
        long minor = items.open(item);
        int equal = owed.ofDebtorWithAmountOf(item);
        int all = owed.withAmountOf(item);
        int late = on - items.due(item);
        int day = Weights.ofLateness(late);
        int amount = Weights.ofExactAmount(Weights.chanceOf(minor, all - 1, owed.openItems()));
        int score = score(lane, prior + payer + day + amount);
        if (score < Turn.SURE) {
            return NOT_SURE;
        }
        put(Sign.NAMING, naming.ordinal());
        put(Sign.PARTY, party.ordinal());
        put(Sign.SCORE, score);
        put(Sign.DAY, day);
        put(Sign.ABROAD, fromAbroad ? 1 : 0);
        put(Sign.OWNERS, owners);
        put(Sign.OPEN, owed.ofDebtorOf(item));
        put(Sign.PRINTED, !items.hasReference(item) ? 0 : naming == Naming.REFERENCE ? 1 : 2);
        put(Sign.OVERDUE, late);
        put(Sign.SKIPPED, owed.dueBefore(item, on));
        put(Sign.EQUAL, equal);
        put(Sign.EQUAL_OF_OTHERS, Math.max(0, all - equal));
        put(Sign.ROUND, Signs.zeros(minor));
        bands[Sign.LIKENESS.ordinal()] = party == Party.ACCOUNT ? -1 : Sign.LIKENESS.band(Math.round(100 * likeness));
        int confidence = confidence();
        return confidence >= kind.least ? confidence : NOT_SURE;
    }

    private int confidence() {
        long bandsTold = told();
        int place = (int) (Hash.done(bandsTold) >>> 32) & REMEMBERED - 1;
        if (told[place] != bandsTold) {
            told[place] = bandsTold;
            known[place] = Confidence.SHIPPED.of(bands);
        }
        return known[place];
    }

    /** All bands that differ between payments, as one number above zero. */
    private long told() {
        long told = 0;
        for (Sign sign : READ) {
            told = told * (sign.bands() + 1) + bands[sign.ordinal()] + 1;
        }
        return told;
    }

    /**
     * A score in the right band: what the naming is worth is looked at only where it matters, for to prove check digits
     * is dear.
     */
    private static int score(ExactLane lane, int others) {
        int least = others - Weights.GLUED - Weights.PREFIX_DROPPED;
        boolean alike = Sign.SCORE.band(least) == Sign.SCORE.band(others + Weights.MOST_NAMING);
        return alike && least >= Turn.SURE ? least : others + Math.min(Weights.MOST_NAMING, lane.strength());
    }
}
