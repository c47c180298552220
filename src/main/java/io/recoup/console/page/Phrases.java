package io.recoup.console.page;

import io.recoup.dunning.plan.Reason;
import io.recoup.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.format.Printer;

/** How pages print sentences and reasons. */
final class Phrases {

    private Phrases() {}

    static class Told implements Printer<Phrase> {

        private final MessageSource messages;

        Told(MessageSource messages) {
            this.messages = messages;
        }

        @Override
        public String print(Phrase phrase, Locale locale) {
            Object[] args = phrase.args().stream().map(arg -> told(arg, locale)).toArray();
            return messages.getMessage(phrase.key(), args, phrase.key(), locale);
        }

        private Object told(Object arg, Locale locale) {
            if (arg instanceof List<?> several) {
                return several.stream().map(one -> told(one, locale).toString()).collect(Collectors.joining(", "));
            }
            if (arg instanceof Phrase phrase) {
                return print(phrase, locale);
            }
            if (arg instanceof Money amount) {
                return new Formats.Amount().print(amount, locale);
            }
            if (arg instanceof LocalDate day) {
                return new Formats.Day().print(day, locale);
            }
            if (arg instanceof LocalTime hour) {
                return new Formats.Hour().print(hour, locale);
            }
            if (arg instanceof DayOfWeek day) {
                return day.getDisplayName(TextStyle.SHORT, locale);
            }
            return arg instanceof Reason reason ? reason.in(locale) : arg;
        }
    }

    static class Why implements Printer<Reason> {

        @Override
        public String print(Reason reason, Locale locale) {
            return reason.in(locale);
        }
    }

    /** What the engine of cash application says of a payment. */
    static class Evidence implements Printer<io.recoup.reconciliation.match.Reason> {

        @Override
        public String print(io.recoup.reconciliation.match.Reason reason, Locale locale) {
            return reason.in(locale);
        }
    }
}
