package io.recoup.mail;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The placeholders of a letter: maps and lists of finished strings, so that a template can format and call nothing. */
final class LetterFields {

    /** The lists a template may walk with {@code {{#name}}}, and what each of their entries has. */
    static final Map<String, Set<String>> LISTS = Map.of(
            "items", Set.of("number", "issuedOn", "dueOn", "open", "daysPastDue"),
            "totals", Set.of("total", "currency"),
            "credits", Set.of("credit", "currency"),
            "payment", Set.of("line"));

    static final Set<String> FIELDS = Set.of(
            "debtorName",
            "creditorName",
            "creditorTaxId",
            "creditorPhone",
            "creditorWebsite",
            "contactEmail",
            "date",
            "replyBy",
            "total",
            "count");

    private LetterFields() {}

    static Map<String, Object> of(LetterContent content, Letterhead head, Locale locale) {
        DateTimeFormatter longDate =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        Map<String, Money> sums = new TreeMap<>();
        content.items().forEach(item -> sums.merge(item.open().currencyCode(), item.open(), Money::plus));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("debtorName", oneLine(content.debtorName()));
        fields.put("creditorName", oneLine(head.name()));
        fields.put("creditorTaxId", oneLine(head.taxId()));
        fields.put("creditorPhone", oneLine(head.phone()));
        fields.put("creditorWebsite", oneLine(head.website()));
        fields.put("contactEmail", head.replyTo().get(0));
        fields.put("date", longDate.format(content.date()));
        fields.put("replyBy", longDate.format(content.replyBy()));
        fields.put("count", Integer.toString(content.items().size()));
        fields.put("total", String.join(" + ", amounts(sums.values(), locale)));
        fields.put(
                "items",
                content.items().stream()
                        .map(item -> line(item, content.date(), locale))
                        .toList());
        fields.put("totals", entries("total", sums.values(), locale));
        fields.put("credits", entries("credit", content.credits(), locale));
        fields.put(
                "payment",
                head.payment().stream()
                        .map(line -> Map.of("line", oneLine(line)))
                        .toList());
        return fields;
    }

    static LetterContent sample() {
        LocalDate day = LocalDate.of(2025, 3, 1);
        return new LetterContent(
                "Sample & Sons",
                null,
                null,
                day.plusDays(15),
                day.plusDays(22),
                List.of(
                        new LetterContent.Item("2025-001", day.minusDays(30), day, Money.of(125_050, "EUR")),
                        new LetterContent.Item("2025-002", day.minusDays(29), day, Money.of(9_900, "GBP"))),
                List.of(Money.of(1_000, "EUR")));
    }

    private static Map<String, String> line(LetterContent.Item item, LocalDate date, Locale locale) {
        DateTimeFormatter shortDate =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return Map.of(
                "number", oneLine(item.number()),
                "issuedOn", shortDate.format(item.issuedOn()),
                "dueOn", shortDate.format(item.dueOn()),
                "open", Amounts.written(item.open(), locale),
                "daysPastDue", Long.toString(Math.max(0, ChronoUnit.DAYS.between(item.dueOn(), date))));
    }

    private static List<String> amounts(Collection<Money> amounts, Locale locale) {
        return amounts.stream().map(amount -> Amounts.written(amount, locale)).toList();
    }

    private static List<Map<String, String>> entries(String name, Collection<Money> amounts, Locale locale) {
        return amounts.stream()
                .map(amount -> Map.of(name, Amounts.written(amount, locale), "currency", name(amount.currency())))
                .toList();
    }

    private static String name(Currency currency) {
        return currency.getCurrencyCode();
    }

    /** Text from outside never brings its own lines into a letter or a header. */
    static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    }
}
