package io.recoup.reconciliation.desk;

import java.util.List;

/**
 * Tells from a row of answers that errors have become more frequent than allowed: a cumulative sum (CUSUM) of the
 * log-likelihood of ten times the allowed rate against that rate, which alarms at {@value #LIMIT}. At a rate of 0.1 % two
 * errors within some sixty answers alarm; a single one never does.
 *
 * <p>Source: E. S. Page, Continuous inspection schemes, Biometrika 41 (1954).
 */
final class Drift {

    private static final double LIMIT = 4;
    private static final int TIMES = 10;

    private Drift() {}

    /**
     * @param answers oldest first, true where a match was right
     * @param allowed share of wrong ones, above 0
     */
    static boolean isAlarming(List<Boolean> answers, double allowed) {
        double feared = Math.min(0.5, allowed * TIMES);
        double wrong = Math.log(feared / allowed);
        double right = Math.log((1 - feared) / (1 - allowed));
        double sum = 0;
        for (boolean correct : answers) {
            sum = Math.max(0, sum + (correct ? right : wrong));
            if (sum >= LIMIT) {
                return true;
            }
        }
        return false;
    }
}
