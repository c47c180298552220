package io.recoup.banking;

import java.util.Locale;

/** How final a booking is. Only a booked credit pays an invoice; a pending one may at most hold a reminder. */
public enum EntryStatus {
    BOOKED,
    PENDING,
    INFO;

    /** {@code booked}, {@code pending} or {@code info}, as contracts and the bank book spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
