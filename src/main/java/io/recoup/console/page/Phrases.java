package io.recoup.console.page;

import io.recoup.dunning.plan.Reason;
import io.recoup.money.Money;
import io.recoup.reconciliation.match.Stratum;
import io.recoup.refusal.Refused.Word;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            if (arg instanceof Word word) {
                return messages.getMessage(word.key(), null, word.english(), locale);
            }
            if (arg instanceof Stratum kind) {
                return told(words(kind), locale);
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

        private static List<Word> words(Stratum kind) {
            String[] words = kind.toString().split("/", -1);
            return List.of(
                    Word.of("stratum.naming.", words[0]),
                    Word.of("stratum.amount.", words[1]),
                    Word.of("stratum.party.", words[2]));
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

        private static final Pattern AMOUNT = Pattern.compile("(-?\\d+(?:[.]\\d+)?) ([A-Z]{3})");

        private final Told phrases;

        Evidence(Told phrases) {
            this.phrases = phrases;
        }

        @Override
        public String print(io.recoup.reconciliation.match.Reason reason, Locale locale) {
            return reason.code().equals("refused") && reason.args().size() > 1
                    ? new io.recoup.reconciliation.match.Reason("refused", List.of(refusal(reason.args(), locale)))
                            .in(locale)
                    : reason.in(locale);
        }

        /** @param stored as {@link io.recoup.refusal.Refused#stored} gave it */
        private String refusal(List<String> stored, Locale locale) {
            List<Object> args = stored.stream().skip(2).map(Evidence::amountOr).toList();
            return phrases.print(new Phrase(stored.get(1), args), locale);
        }

        private static Object amountOr(String text) {
            Matcher amount = AMOUNT.matcher(text);
            return amount.matches() ? Money.parse(amount.group(1), amount.group(2)) : text;
        }
    }
}
