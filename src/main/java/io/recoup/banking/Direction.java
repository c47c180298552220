package io.recoup.banking;

import java.util.Locale;

/** Whether a booking raises (credit) or lowers (debit) the balance of the account. */
public enum Direction {
    CREDIT,
    DEBIT;

    /** +1 for a credit, -1 for a debit. */
    public int sign() {
        return this == CREDIT ? 1 : -1;
    }

    /** {@code credit} or {@code debit}, as contracts and the bank book spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The direction of a signed amount; zero counts as a credit. */
    static Direction of(long signed) {
        return signed < 0 ? DEBIT : CREDIT;
    }
}
