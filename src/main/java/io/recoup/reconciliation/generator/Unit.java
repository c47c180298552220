package io.recoup.reconciliation.generator;

import java.util.List;

/**
 * Debtors that one payer pays for, or that belong to one group: mostly one alone.
 *
 * @param index of the unit, from 0
 * @param credits how many payments come from it
 */
record Unit(int index, int credits, List<Debtor> debtors, Habit habit) {

    enum Habit {
        /** One payment for one document, mostly. */
        SINGLES,
        /** Pays once a week what is due. */
        PAY_RUN,
        /** Pays round sums, for the oldest first. */
        OLDEST_FIRST,
        /** A standing order, whatever its text said in its first month. */
        STANDING_ORDER
    }

    boolean shared() {
        return debtors.get(0).payer().shared();
    }

    /** A key for things of this unit; another one for each number below a million. */
    long key(int number) {
        return (long) index << 20 | number;
    }
}
