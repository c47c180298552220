package io.recoup.banking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How final a booking is, from the least. Only a booked credit pays an invoice. */
public enum EntryStatus {
    INFO,

    /** May at most hold a reminder. */
    PENDING,

    /** Booked, says a message that is not the account's book of record: that one will say it again. */
    ADVICE,
    BOOKED;

    private static final Map<String, EntryStatus> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EntryStatus::code, Function.identity()));

    /** @throws IllegalArgumentException if there is none with this code */
    public static EntryStatus of(String code) {
        EntryStatus known = BY_CODE.get(code);
        if (known == null) {
            throw new IllegalArgumentException("unknown entry status: " + code);
        }
        return known;
    }

    /** {@code booked}, {@code pending}, {@code info} or {@code advice}, as contracts and the bank book spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
