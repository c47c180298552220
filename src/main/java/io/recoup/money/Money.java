package io.recoup.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of one currency.
 *
 * @param minor amount in the currency's minor units (cents for EUR, whole yen for JPY); may be negative
 * @param currency ISO 4217 currency whose exponent places the decimal point
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public Money {
        Objects.requireNonNull(currency, "currency");
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("not a currency one can owe: " + currency);
        }
    }

    public static Money of(long minor, String currency) {
        return new Money(minor, currencyOf(currency));
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * Reads a decimal string such as {@code 1250.50}. Digits beyond the currency's exponent must be zeros:
     * nothing is rounded.
     *
     * @throws IllegalArgumentException if the text is no plain decimal, is finer than the minor unit, does not fit
     *     a {@code long} of minor units, or the currency is unknown
     */
    public static Money parse(String decimal, String currency) {
        Currency known = currencyOf(currency);
        BigDecimal amount;
        try {
            amount = new BigDecimal(decimal.strip());
        } catch (NumberFormatException notDecimal) {
            throw new IllegalArgumentException("not a decimal amount: '" + decimal + "'", notDecimal);
        }
        return of(amount, known);
    }

    /** As {@link #parse}, from a decimal already read. */
    public static Money of(BigDecimal amount, Currency currency) {
        try {
            return new Money(
                    amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                            .setScale(0, RoundingMode.UNNECESSARY)
                            .longValueExact(),
                    currency);
        } catch (ArithmeticException inexact) {
            throw new IllegalArgumentException(
                    "amount " + amount.toPlainString() + " is finer than the minor unit of " + currency
                            + " or too large",
                    inexact);
        }
    }

    /** @throws IllegalArgumentException if {@code code} is not an ISO 4217 code */
    public static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException | NullPointerException unknown) {
            throw new IllegalArgumentException(
                    "unknown currency '" + code + "' (expected ISO 4217, e.g. EUR)", unknown);
        }
    }

    public String currencyCode() {
        return currency.getCurrencyCode();
    }

    /** The amount as a plain decimal with exactly the currency's digits, e.g. {@code -0.05}. */
    public String toDecimal() {
        return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()))
                .toPlainString();
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean exceeds(Money other) {
        return minor > sameCurrency(other).minor;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    /** {@code 1250.50 EUR} */
    @Override
    public String toString() {
        return toDecimal() + " " + currencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
