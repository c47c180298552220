package io.recoup.reconciliation.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * When a debtor has to pay.
 *
 * @param netDays days from issue to the due date
 * @param steps early-payment discounts, the earliest and highest first
 */
record Terms(int netDays, List<Step> steps) {

    /**
     * @param days days from issue within which it may be taken
     * @param percent of the total, in whole percent
     */
    record Step(int days, int percent) {}

    static Terms net(int days) {
        return new Terms(days, List.of());
    }

    Terms less(int percent, int within) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(within, percent));
        return new Terms(netDays, List.copyOf(more));
    }
}
