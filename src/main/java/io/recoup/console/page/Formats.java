package io.recoup.console.page;

import io.recoup.console.page.RefusedForm.Why;
import io.recoup.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.format.Formatter;
import org.springframework.format.Printer;

/** How pages print amounts and dates: {@code ${{row.amount}}} in a template. */
final class Formats {

    private Formats() {}

    static class Amount implements Printer<Money> {

        @Override
        public String print(Money amount, Locale locale) {
            NumberFormat format = NumberFormat.getCurrencyInstance(locale);
            int digits = Math.max(0, amount.currency().getDefaultFractionDigits());
            format.setCurrency(amount.currency());
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
            return format.format(new BigDecimal(amount.toDecimal()));
        }
    }

    static class Day implements Formatter<LocalDate> {

        @Override
        public String print(LocalDate day, Locale locale) {
            return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(locale)
                    .format(day);
        }

        /** As browsers send the value of a date field. */
        @Override
        public LocalDate parse(String text, Locale locale) {
            return LocalDate.parse(text);
        }
    }

    static class Hour implements Printer<LocalTime> {

        @Override
        public String print(LocalTime hour, Locale locale) {
            return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(hour);
        }
    }

    /** Points in time in the creditor's zone. */
    static class Moment implements Printer<Instant> {

        private final Supplier<ZoneId> zone;

        Moment(Supplier<ZoneId> zone) {
            this.zone = zone;
        }

        @Override
        public String print(Instant at, Locale locale) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                    .withLocale(locale)
                    .format(at.atZone(zone.get()));
        }
    }

    /** An amount as a field shows it: the plain decimal with the language's own decimal mark. */
    static String field(Money amount, Locale locale) {
        return amount.toDecimal()
                .replace('.', DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
    }

    /**
     * Reads what a person typed into an amount field. Either decimal mark is understood; thousands separators are not,
     * because {@code 1.250} would mean two different amounts in two languages.
     *
     * @throws RefusedForm if it is not a plain amount of the currency
     */
    static Money typed(String text, Currency currency) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        String plain = text.strip().replace(',', '.');
        if (!Pattern.matches(digits == 0 ? "\\d+" : "\\d+([.]\\d{1," + digits + "})?", plain)) {
            throw new RefusedForm(Why.NOT_AN_AMOUNT, text.strip(), currency.getCurrencyCode(), digits);
        }
        try {
            return Money.parse(plain, currency.getCurrencyCode());
        } catch (IllegalArgumentException tooLarge) {
            throw new RefusedForm(Why.TOO_LARGE, text.strip());
        }
    }
}
