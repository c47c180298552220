package io.recoup.mail;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The placeholders of a letter: maps and lists of finished strings, so that a template can format and call nothing. */
final class LetterFields {

    /** The lists a template may walk with {@code {{#name}}}, and what each of their entries has. */
    static final Map<String, Set<String>> LISTS = Map.ofEntries(
            Map.entry("items", Set.of("document", "number", "issuedOn", "dueOn", "original", "open", "daysPastDue")),
            Map.entry("totals", Set.of("total", "currency")),
            Map.entry("fees", Set.of("fee", "currency")),
            Map.entry("interests", Set.of("interest", "currency")),
            Map.entry("deductions", Set.of("deduction", "currency")),
            Map.entry("toPay", Set.of("amount", "currency")),
            Map.entry("grandTotals", Set.of("amount", "currency")),
            Map.entry("owed", Set.of()),
            Map.entry("credits", Set.of("credit", "currency")),
            Map.entry("payment", Set.of("line")),
            Map.entry("accounts", Set.of("holder", "iban", "bic", "bank", "currency")),
            Map.entry("portal", Set.of("link")),
            Map.entry("documents", Set.of("name")),
            Map.entry("required", Set.of("line")));

    static final Set<String> FIELDS = Set.of(
            "title",
            "text",
            "debtorName",
            "customerNumber",
            "debtorTaxId",
            "debtorEmail",
            "debtorCountry",
            "creditorName",
            "creditorTaxId",
            "creditorPhone",
            "creditorWebsite",
            "contactEmail",
            "date",
            "replyBy",
            "total",
            "amount",
            "count");

    private LetterFields() {}

    static Map<String, Object> of(LetterContent content, Letterhead head, Locale locale) {
        DateTimeFormatter longDate =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        Words words = Words.in(locale.getLanguage());
        LetterContent.Extras extras = content.extras();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", extras.title().isBlank() ? words.of(content.kind()) : oneLine(extras.title()));
        fields.put("text", paragraphs(extras.text()));
        fields.put("debtorName", oneLine(content.debtorName()));
        putReader(fields, extras.reader(), locale);
        fields.put("creditorName", oneLine(head.name()));
        fields.put("creditorTaxId", oneLine(head.taxId()));
        fields.put("creditorPhone", oneLine(head.phone()));
        fields.put("creditorWebsite", oneLine(head.website()));
        fields.put("contactEmail", head.replyTo().get(0));
        fields.put("date", longDate.format(content.date()));
        fields.put("replyBy", longDate.format(content.replyBy()));
        fields.put("count", Integer.toString(content.items().size()));
        fields.put("total", sum(content.totals().values(), locale));
        fields.put("amount", sum(content.toPay().values(), locale));
        fields.put("items", each(content.items(), item -> line(item, content.date(), words, locale)));
        putAmounts(fields, content, locale);
        fields.put("payment", each(payment(content, head), line -> Map.of("line", line)));
        fields.put("accounts", each(accounts(content, head), LetterFields::account));
        fields.put(
                "portal", each(Stream.ofNullable(extras.portal()).toList(), link -> Map.of("link", link.toString())));
        fields.put("documents", each(extras.documents(), name -> Map.of("name", oneLine(name))));
        fields.put("required", each(extras.required(), line -> Map.of("line", oneLine(line))));
        return fields;
    }

    private static void putReader(Map<String, Object> fields, LetterContent.Reader reader, Locale locale) {
        fields.put("customerNumber", oneLine(reader.number()));
        fields.put("debtorTaxId", oneLine(reader.taxId()));
        fields.put("debtorEmail", oneLine(reader.email()));
        fields.put(
                "debtorCountry",
                reader.country().matches("[A-Z]{2}")
                        ? new Locale.Builder()
                                .setRegion(reader.country())
                                .build()
                                .getDisplayCountry(locale)
                        : "");
    }

    private static void putAmounts(Map<String, Object> fields, LetterContent content, Locale locale) {
        Collection<Money> toPay = content.toPay().values();
        boolean changed = !content.toPay().equals(content.totals());
        fields.put("totals", amounts("total", content.totals().values(), locale));
        fields.put("fees", amounts("fee", charged(content, LetterContent.Charge::fee), locale));
        fields.put("interests", amounts("interest", charged(content, LetterContent.Charge::interest), locale));
        fields.put("deductions", amounts("deduction", credits(content, true), locale));
        fields.put("credits", amounts("credit", credits(content, false), locale));
        fields.put("toPay", amounts("amount", toPay, locale));
        fields.put("owed", toPay.isEmpty() ? List.of() : List.of(Map.of()));
        fields.put("grandTotals", amounts("amount", changed ? toPay : List.of(), locale));
    }

    static List<Money> charged(LetterContent content, Function<LetterContent.Charge, Money> part) {
        return content.charges().stream().map(part).filter(Money::isPositive).toList();
    }

    static List<Money> credits(LetterContent content, boolean deducted) {
        return content.credits().stream()
                .filter(credit -> credit.deducted() == deducted)
                .map(LetterContent.Credit::amount)
                .filter(Money::isPositive)
                .toList();
    }

    /** The creditor's own words on paying, then each account as a block. */
    static List<String> payment(LetterContent content, Letterhead head) {
        Stream<String> blocks = accounts(content, head).stream()
                .flatMap(account -> Stream.concat(Stream.of(""), account.lines().stream()));
        return Stream.concat(head.payment().stream().map(LetterFields::oneLine), blocks)
                .dropWhile(String::isEmpty)
                .toList();
    }

    /** Those that take a currency of the letter; all of them where none does. */
    static List<BankAccount> accounts(LetterContent content, Letterhead head) {
        Set<String> currencies = content.toPay().keySet();
        List<BankAccount> fitting = head.accounts().stream()
                .filter(account -> currencies.stream().anyMatch(account::takes))
                .toList();
        return fitting.isEmpty() ? head.accounts() : fitting;
    }

    private static Map<String, String> account(BankAccount account) {
        return Map.of(
                "holder", account.holder(),
                "iban", account.printedIban(),
                "bic", account.bic(),
                "bank", account.bank(),
                "currency", account.currency());
    }

    private static Map<String, String> line(LetterContent.Item item, LocalDate date, Words words, Locale locale) {
        DateTimeFormatter shortDate =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return Map.of(
                "document", words.of(item.document()),
                "number", oneLine(item.number()),
                "issuedOn", shortDate.format(item.issuedOn()),
                "dueOn", shortDate.format(item.dueOn()),
                "original", Amounts.written(item.original(), locale),
                "open", Amounts.written(item.open(), locale),
                "daysPastDue", Long.toString(Math.max(0, ChronoUnit.DAYS.between(item.dueOn(), date))));
    }

    private static String sum(Collection<Money> amounts, Locale locale) {
        return String.join(
                " + ",
                amounts.stream().map(amount -> Amounts.written(amount, locale)).toList());
    }

    private static List<Map<String, String>> amounts(String name, Collection<Money> amounts, Locale locale) {
        return each(
                amounts, amount -> Map.of(name, Amounts.written(amount, locale), "currency", amount.currencyCode()));
    }

    private static <T> List<Map<String, String>> each(Collection<T> all, Function<T, Map<String, String>> one) {
        return all.stream().map(one).toList();
    }

    /** Text from outside never brings its own lines into a letter or a header. */
    static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ").strip();
    }

    /** Lines and paragraphs as typed; no line begins with blanks, which would make it a block of code. */
    static String paragraphs(String text) {
        return String.join("\n", text.lines().map(LetterFields::oneLine).toList())
                .strip();
    }
}
