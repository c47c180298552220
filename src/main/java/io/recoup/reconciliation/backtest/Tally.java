package io.recoup.reconciliation.backtest;

/** Counts of a set of payments. "Wrong" is strict; "unequal" is wrong even when equal items count as one. */
public final class Tally {

    private long payments;
    private long automatic;
    private long wrong;
    private long unequal;
    private long paying;
    private long found;
    private long foundEqual;
    private long leftAlone;

    void add(Judgement one) {
        payments++;
        if (one.isAutomatic()) {
            automatic++;
            wrong += one.strict() ? 0 : 1;
            unequal += one.equal() ? 0 : 1;
        }
        if (one.truth().paysSomething()) {
            paying++;
            found += one.strict() ? 1 : 0;
            foundEqual += one.equal() ? 1 : 0;
        } else {
            leftAlone += one.isLeftAlone() ? 1 : 0;
        }
    }

    public long payments() {
        return payments;
    }

    public long automatic() {
        return automatic;
    }

    /** Automatic and not what the truth says. */
    public long wrong() {
        return wrong;
    }

    public long unequal() {
        return unequal;
    }

    /** Payments that pay something. */
    public long paying() {
        return paying;
    }

    /** Payments that pay something whose best proposal is the truth. */
    public long found() {
        return found;
    }

    public long foundEqual() {
        return foundEqual;
    }

    /** Payments that pay nothing. */
    public long idle() {
        return payments - paying;
    }

    public long leftAlone() {
        return leftAlone;
    }

    /** A fraction; not a number where there is nothing to divide by. */
    static double rate(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    public double automaticRate() {
        return rate(automatic, payments);
    }

    public double precision() {
        return rate(automatic - wrong, automatic);
    }

    public double precisionEqual() {
        return rate(automatic - unequal, automatic);
    }

    public double recall() {
        return rate(found, paying);
    }

    public double recallEqual() {
        return rate(foundEqual, paying);
    }
}
