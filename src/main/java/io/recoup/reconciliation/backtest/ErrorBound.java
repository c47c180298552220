package io.recoup.reconciliation.backtest;

/**
 * How high a rate of errors may be, given how many were counted.
 *
 * <p>Source: C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits illustrated in the case of the
 * binomial, Biometrika 26 (1934). One-sided: the rate at which so few errors would still be seen once in twenty times.
 */
public final class ErrorBound {

    /** Chance that the true rate lies above the bound. */
    private static final double RISK = 0.05;

    private static final int HALVINGS = 60;

    private ErrorBound() {}

    /**
     * The upper bound at 95 %, as a fraction: 0 of 3,000 gives 0.000998.
     *
     * @param errors counted among the trials
     * @param trials independent ones; with none nothing is known and the bound is 1
     * @throws IllegalArgumentException if there are more errors than trials, or fewer than none
     */
    public static double upper(long errors, long trials) {
        if (errors < 0 || errors > trials) {
            throw new IllegalArgumentException(errors + " errors of " + trials);
        }
        if (errors == trials) {
            return 1;
        }
        if (errors == 0) {
            return -Math.expm1(Math.log(RISK) / trials);
        }
        double low = (double) errors / trials;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double rate = (low + high) / 2;
            if (chanceOfAtMost(errors, trials, rate) > RISK) {
                low = rate;
            } else {
                high = rate;
            }
        }
        return (low + high) / 2;
    }

    /** P(X <= most) of a binomial, summed in logarithms because single terms underflow where their sum does not. */
    private static double chanceOfAtMost(long most, long trials, double rate) {
        double odds = Math.log(rate) - Math.log1p(-rate);
        double term = trials * Math.log1p(-rate);
        double sum = Math.exp(term);
        for (long i = 0; i < most; i++) {
            term += Math.log((double) (trials - i) / (i + 1)) + odds;
            sum += Math.exp(term);
        }
        return Math.min(1, sum);
    }
}
