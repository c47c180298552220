package io.recoup.banking;

import io.recoup.money.Money;
import java.util.Currency;

/** Plain decimals as bank files write them, read without a detour over strings. */
final class DecimalText {

    private DecimalText() {}

    /**
     * Minor units of an unsigned decimal such as {@code 1250.5} or {@code 18.15000}; nothing is rounded.
     *
     * @throws IllegalArgumentException with the reason if it is no plain decimal, is below zero, is finer than the
     *     currency's minor unit or does not fit a {@code long}
     */
    static long minor(char[] text, int from, int to, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        long value = 0;
        int decimals = -1;
        boolean any = false;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9' && (decimals < digits || c == '0')) {
                any = true;
                if (decimals < digits) {
                    if (value > (Long.MAX_VALUE - 9) / 10) {
                        throw refused(text, from, to, currency);
                    }
                    value = value * 10 + (c - '0');
                    decimals += decimals < 0 ? 0 : 1;
                }
            } else {
                throw refused(text, from, to, currency);
            }
        }
        if (!any) {
            throw refused(text, from, to, currency);
        }
        for (int missing = digits - Math.max(decimals, 0); missing > 0; missing--) {
            if (value > Long.MAX_VALUE / 10) {
                throw refused(text, from, to, currency);
            }
            value *= 10;
        }
        return value;
    }

    /** The slow path finds the words for what is wrong. */
    private static IllegalArgumentException refused(char[] text, int from, int to, Currency currency) {
        String written = new String(text, from, to - from);
        try {
            Money read = Money.parse(written, currency.getCurrencyCode());
            return new IllegalArgumentException(
                    read.isNegative()
                            ? "amount must not be below zero, the direction carries the sign: " + written
                            : "not a plain decimal amount: '" + written + "'");
        } catch (IllegalArgumentException reason) {
            return reason;
        }
    }
}
