package io.recoup.reconciliation.generator;

import java.time.LocalDate;

/**
 * Where in a unit's payments something is to happen.
 *
 * @param number of the payment within its unit, from 0
 */
record Slot(int number, Debtor debtor, LocalDate on, Dice dice) {

    /** Whole units of the currency, for sums that people think up. */
    static final long WHOLE = 100;

    Slot of(Debtor another) {
        return new Slot(number, another, on, dice);
    }

    Slot next(int further, LocalDate day) {
        return new Slot(number + further, debtor, day, dice);
    }
}
