package io.recoup.mail;

import io.recoup.mail.LetterContent.Charge;
import io.recoup.money.Money;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the page of a statement shows, as finished strings. */
final class StatementFields {

    /** The box a logo fits into on paper, in millimetres. */
    private static final double LOGO_WIDTH = 60;

    private static final double LOGO_HEIGHT = 20;

    private final LetterContent content;
    private final Letterhead head;
    private final Words words;
    private final Locale locale;
    private final DateTimeFormatter shortDate;

    StatementFields(LetterContent content, Letterhead head, Words words, Locale locale) {
        this.content = content;
        this.head = head;
        this.words = words;
        this.locale = locale;
        this.shortDate = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    Map<String, Object> all() {
        Map<String, Object> fields = new HashMap<>();
        putSheet(fields);
        putPeople(fields);
        fields.put("intro", words.of("statement.intro").replace("{0}", longDate()));
        for (String label : List.of("document", "issued", "due", "late", "original", "open", "to")) {
            fields.put(label + "Label", words.of("statement." + label));
        }
        boolean nothing = content.items().isEmpty() && content.charges().isEmpty();
        List<Map<String, String>> rows = rows();
        fields.put("table", once(!content.items().isEmpty()));
        fields.put("items", content.items().stream().map(this::item).toList());
        fields.put("none", nothing ? List.of(Map.of("line", words.of("statement.none"))) : List.of());
        fields.put("sums", once(!rows.isEmpty()));
        fields.put("rows", rows);
        putPayment(fields, nothing);
        return fields;
    }

    private void putSheet(Map<String, Object> fields) {
        fields.put("language", locale.toLanguageTag());
        fields.put("title", words.of("statement.title"));
        fields.put("name", plain(head.name()));
        fields.put("accent", head.colours().accent());
        fields.put("text", head.colours().text());
        fields.put("align", head.logo() == null ? "left" : head.logo().align().word());
        fields.put("logo", head.logo() == null ? List.of() : List.of(picture(head.logo())));
        fields.put("noLogo", once(head.logo() == null));
        fields.put("footer", lines(LetterPage.footerLines(head).lines().toList()));
        String[] page = words.of("statement.page").split("\\{[01]}", -1);
        fields.put("pageBefore", page[0]);
        fields.put("pageBetween", page[1]);
        fields.put("pageAfter", page[2]);
    }

    private void putPeople(Map<String, Object> fields) {
        fields.put("debtorName", plain(content.debtorName()));
        fields.put("debtorDetails", lines(content.extras().debtorDetails()));
        fields.put(
                "own",
                lines(Stream.concat(head.address().stream(), Stream.of(head.taxId(), head.phone(), head.website()))
                        .filter(line -> !line.isBlank())
                        .toList()));
    }

    private void putPayment(Map<String, Object> fields, boolean nothing) {
        fields.put("pay", once(!nothing));
        fields.put("payLabel", words.of("statement.payment"));
        fields.put("reference", words.of("statement.reference"));
        fields.put("payment", lines(head.payment()));
        fields.put(
                "accounts",
                LetterFields.accounts(content, head).stream()
                        .map(account -> Map.of("lines", lines(account.lines())))
                        .toList());
        fields.put(
                "portal",
                content.extras().portal() == null
                        ? List.of()
                        : List.of(Map.of(
                                "label",
                                words.of("statement.online"),
                                "link",
                                content.extras().portal().toString())));
        fields.put("required", lines(content.extras().required()));
    }

    private Map<String, String> item(LetterContent.Item item) {
        long late = ChronoUnit.DAYS.between(item.dueOn(), content.date());
        Map<String, String> row = new HashMap<>();
        row.put("document", words.of(item.document()));
        row.put("number", plain(item.number()));
        row.put("issuedOn", shortDate.format(item.issuedOn()));
        row.put("dueOn", shortDate.format(item.dueOn()));
        row.put("late", late > 0 ? Long.toString(late) : "–");
        row.put("lateClass", late > 0 ? "late" : "");
        row.put("original", Amounts.written(item.original(), locale));
        row.put("open", Amounts.written(item.open(), locale));
        return row;
    }

    /** Currency by currency: the total, what is added and taken off, and what remains to pay if any differs. */
    private List<Map<String, String>> rows() {
        List<Map<String, String>> rows = new ArrayList<>();
        Stream.concat(
                        content.toPay().keySet().stream(),
                        LetterFields.credits(content, false).stream().map(Money::currencyCode))
                .distinct()
                .sorted()
                .forEach(currency -> putRows(rows, currency));
        return rows;
    }

    private void putRows(List<Map<String, String>> rows, String currency) {
        Money total = content.totals().get(currency);
        Money toPay = content.toPay().get(currency);
        boolean adjusts = !content.toPay().equals(content.totals());
        boolean changed = !Objects.equals(total, toPay);
        List<Money> deducted = LetterFields.credits(content, true);
        if (changed || !adjusts) {
            add(rows, "total", changed ? "total" : "due", currency, Stream.ofNullable(total));
        }
        add(rows, "fee", "", currency, LetterFields.charged(content, Charge::fee).stream());
        add(rows, "interest", "", currency, LetterFields.charged(content, Charge::interest).stream());
        add(rows, "deducted", "", currency, deducted.stream().map(Money::negated));
        add(rows, "toPay", "due", currency, Stream.ofNullable(adjusts ? toPay : null));
        add(rows, "credit", "", currency, LetterFields.credits(content, false).stream());
    }

    private void add(
            List<Map<String, String>> rows, String label, String look, String currency, Stream<Money> amounts) {
        amounts.filter(amount -> amount.currencyCode().equals(currency))
                .map(amount -> Map.of(
                        "class", look,
                        "label", words.of("statement." + label),
                        "amount", Amounts.written(amount, locale)))
                .forEach(rows::add);
    }

    private String longDate() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(content.date());
    }

    private static Map<String, String> picture(Logo logo) {
        double scale = Math.min(LOGO_WIDTH / logo.width(), LOGO_HEIGHT / logo.height());
        return Map.of(
                "source", PdfPress.LOGO_ADDRESS,
                "width", String.format(Locale.ROOT, "%.2f", logo.width() * scale),
                "height", String.format(Locale.ROOT, "%.2f", logo.height() * scale));
    }

    private static List<Map<String, String>> lines(List<String> lines) {
        return lines.stream().map(line -> Map.of("line", plain(line))).toList();
    }

    private static List<Map<String, String>> once(boolean shown) {
        return shown ? List.of(Map.of()) : List.of();
    }

    /** One line, without the characters that XML forbids. */
    private static String plain(String text) {
        return LetterFields.oneLine(text).replaceAll("[\\p{Cs}\\uFFFE\\uFFFF]", "");
    }
}
