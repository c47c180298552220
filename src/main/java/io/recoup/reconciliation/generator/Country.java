package io.recoup.reconciliation.generator;

import java.math.BigInteger;
import java.util.Locale;

/**
 * A country that debtors live in.
 *
 * <p>Accounts are IBANs with right check digits; the national check digits within are not looked after.
 */
enum Country {
    DE("de", "dddddddddddddddddd"),
    AT("de", "dddddddddddddddd"),
    CH("de", "ddddddddddddddddd"),
    BE("fr", "dddddddddddd"),
    NL("nl", "LLLLdddddddddd"),
    FR("fr", "ddddddddddddddddddddddd"),
    IT("it", "Ldddddddddddddddddddddd"),
    ES("es", "dddddddddddddddddddd"),
    NO("no", "ddddddddddd"),
    SE("sv", "dddddddddddddddddddd"),
    FI("fi", "dddddddddddddd"),
    PL("en", "dddddddddddddddddddddddd"),
    BG("en", "LLLLdddddddddddddd"),
    GR("en", "ddddddddddddddddddddddd"),
    GB("en", "LLLLdddddddddddddd"),
    TR("en", "dddddddddddddddddddddd");

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    final String language;
    private final String form;

    Country(String language, String form) {
        this.language = language;
        this.form = form;
    }

    /** Payments from outside may lose charges on their way. */
    boolean outsideSepa() {
        return this == TR || this == GB;
    }

    String iban(Dice dice) {
        StringBuilder account = new StringBuilder(form.length());
        for (int i = 0; i < form.length(); i++) {
            account.append(form.charAt(i) == 'L' ? (char) ('A' + dice.below(26)) : (char) ('0' + dice.below(10)));
        }
        return iban(account.toString());
    }

    private String iban(String account) {
        StringBuilder digits = new StringBuilder(70);
        (account + name() + "00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int check = 98 - new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue();
        return String.format(Locale.ROOT, "%s%02d%s", name(), check, account);
    }

    /** A plausible BIC of a bank in this country. */
    String bic(Dice dice) {
        StringBuilder bic = new StringBuilder(8);
        for (int i = 0; i < 4; i++) {
            bic.append((char) ('A' + dice.below(26)));
        }
        return bic.append(name()).append("XX").toString();
    }
}
