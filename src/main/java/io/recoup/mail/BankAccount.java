package io.recoup.mail;

import io.recoup.money.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An account of the creditor's to pay into.
 *
 * @param holder whose account it is
 * @param iban kept without blanks, in capitals; its check digits are right (ISO 13616, modulo 97)
 * @param bic 8 or 11 characters; may be empty
 * @param bank its name; may be empty
 * @param currency ISO 4217 code; empty = takes any
 */
public record BankAccount(String holder, String iban, String bic, String bank, String currency) {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

    /** @throws IllegalArgumentException naming the part that is wrong; a letter must not ask to pay nowhere */
    public BankAccount {
        holder = LetterFields.oneLine(holder);
        bank = LetterFields.oneLine(bank);
        iban = compact(iban);
        bic = compact(bic);
        currency = compact(currency);
        if (holder.isEmpty()) {
            throw new IllegalArgumentException("the bank account " + iban + " needs a holder");
        }
        if (!IBAN.matcher(iban).matches()) {
            throw new IllegalArgumentException("'" + iban + "' is no IBAN: two letters, two digits, 11 to 30 more");
        }
        if (remainder(iban) != 1) {
            throw new IllegalArgumentException(
                    "the check digits of IBAN '" + iban + "' are wrong: compare it with the bank's own papers");
        }
        if (!bic.isEmpty() && !BIC.matcher(bic).matches()) {
            throw new IllegalArgumentException("'" + bic + "' is no BIC: 8 or 11 letters and digits");
        }
        if (!currency.isEmpty()) {
            Money.currencyOf(currency);
        }
    }

    /** In groups of four, as on paper. */
    public String printedIban() {
        return iban.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The account as a block of short lines. */
    List<String> lines() {
        return Stream.of(
                        currency.isEmpty() ? holder : holder + " · " + currency,
                        "IBAN " + printedIban(),
                        bic.isEmpty() ? "" : "BIC " + bic,
                        bank)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    boolean takes(String code) {
        return currency.isEmpty() || currency.equals(code);
    }

    private static String compact(String text) {
        return text == null ? "" : text.replaceAll("[\\s\\u00a0]", "").toUpperCase(Locale.ROOT);
    }

    private static int remainder(String iban) {
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .map(Character::getNumericValue)
                .forEach(digits::append);
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }
}
