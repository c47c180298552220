package io.recoup.banking;

import java.util.Locale;

/** How final a booking is, from the least. Only a booked credit pays an invoice. */
public enum EntryStatus {
    INFO,

    /** May at most hold a reminder. */
    PENDING,

    /** Booked, says a message that is not the account's book of record: that one will say it again. */
    ADVICE,
    BOOKED;

    private static final EntryStatus[] ALL = values();

    private final String code = name().toLowerCase(Locale.ROOT);

    /** @throws IllegalArgumentException if there is none with this code */
    public static EntryStatus of(String code) {
        for (EntryStatus status : ALL) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("unknown entry status: " + code);
    }

    /** {@code booked}, {@code advice}, {@code pending} or {@code info}, as contracts and the bank book spell it. */
    public String code() {
        return code;
    }
}
