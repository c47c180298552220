package io.recoup.mail;

import io.recoup.money.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Amounts as the reader writes them. */
final class Amounts {

    private Amounts() {}

    /** Exact, with the currency's own digits; grouped, since {@code 1250,50 €} is hard to read in a table. */
    static String written(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(money.currency());
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.minor(), digits));
    }
}
