package io.recoup.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterWriterTest {

    private static final Path TEMPLATES = Path.of("routes/templates");
    private static final Letterhead HEAD = new Letterhead(
            "Molino Verde S.L.",
            "NIF B-46012345",
            List.of("Camí del Molí 12", "46380 Cheste"),
            "+34 960 000 123",
            "www.molinoverde.example",
            "#2f6b4f",
            List.of("Molino Verde S.L.", "IBAN ES91 2100 0418 4502 0005 1332", "BIC CAIXESBBXXX"),
            "cobros@molinoverde.example",
            List.of("cobros@molinoverde.example"),
            "es",
            "ES");

    @TempDir
    Path folder;

    @Test
    void the_shipped_templates_are_right() {
        assertThat(TemplateCheck.check(TEMPLATES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es|ES|1.250,50 €|17 de marzo de 2025|Total pendiente",
                "it|IT|1.250,50 €|17 marzo 2025|Totale aperto",
                "de|DE|1.250,50 €|17. März 2025|Summe offen",
                "en|GB|€1,250.50|17 March 2025|Total open",
            })
    void writes_amounts_and_dates_as_the_reader_does(
            String language, String country, String amount, String replyBy, String total) throws IOException {
        Letter letter = letter("final", language, country, "Panadería «El Horno»");
        assertThat(letter.language()).isEqualTo(language);
        assertThat(letter.text().replace('\u00a0', ' ')).contains(amount, replyBy, total, "FV-2025/118", "99");
        assertThat(letter.html().replace('\u00a0', ' '))
                .contains(amount, "#2f6b4f", "IBAN ES91")
                .doesNotContain("{{");
        assertThat(letter.subject()).startsWith("Molino Verde S.L.: ").doesNotContain("\\");
        Path out = Files.createDirectories(Path.of("target/letters"));
        Files.writeString(out.resolve(language + ".html"), letter.html());
        Files.writeString(out.resolve(language + ".txt"), letter.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es|Gastos de cobro|40,00 €|Intereses de demora|12,17 €|descontado|250,00 €|Importe a pagar|1.256,67 €",
                "it|Spese di sollecito|40,00 €|Interessi di mora|12,17 €|dedotto|250,00 €|Importo da pagare|1.256,67 €",
                "de|Mahngebühr|40,00 €|Verzugszinsen|12,17 €|abgezogen|250,00 €|Zu zahlen|1.256,67 €",
                "en|Late payment fee|€40.00|payment interest|€12.17|deducted|€250.00|Amount to pay|€1,256.67",
            })
    void every_letter_shows_charges_deducted_credit_and_what_is_to_pay_and_ends_with_the_required_text(
            String language,
            String fee,
            String feeAmount,
            String interest,
            String interestAmount,
            String deducted,
            String deduction,
            String toPay,
            String toPayAmount) {
        for (String name : List.of("issued", "before-due", "due-today", "reminder", "second", "final", "statement")) {
            Letter letter = new LetterWriter(TEMPLATES)
                    .write(name, Letters.full("Bakers Ltd", language), Letters.branded(Logo.Align.LEFT));
            assertThat(letter.text().replace('\u00a0', ' '))
                    .as(name)
                    .containsSubsequence(
                            "FV-2026/118",
                            fee,
                            feeAmount,
                            interest,
                            interestAmount,
                            deducted,
                            "−" + deduction,
                            toPay,
                            toPayAmount,
                            "ES91 2100 0418 4502 0005 1332",
                            "<https://portal.molinoverde.example/a/7_x>",
                            "estado de cuenta.pdf",
                            "You may object to this claim within 30 days.",
                            "-- ");
            assertThat(letter.html())
                    .doesNotContain("{{")
                    .contains("href=\"https://portal.molinoverde.example/a/7_x\"");
            assertThat(letter.subject().replace('\u00a0', ' '))
                    .contains(name.equals("statement") ? "2026" : toPayAmount);
        }
    }

    @ParameterizedTest
    @CsvSource({"es", "it", "de", "en"})
    void a_letter_without_charges_has_no_line_for_them(String language) {
        for (String name : List.of("issued", "due-today", "reminder", "statement")) {
            Letter letter = letter(name, language, null, "Bakers Ltd");
            assertThat(letter.text())
                    .as(name)
                    .doesNotContain("Gastos de cobro", "Spese di", "Mahngebühr", "Late payment fee")
                    .doesNotContain("a pagar |", "Importo da pagare", "Zu zahlen", "Amount to pay", "http", "−");
        }
    }

    @ParameterizedTest
    @CsvSource({"es,no tiene importes", "it,non presenta importi", "de,nichts offen", "en,nothing is open"})
    void a_statement_of_a_settled_account_says_so_and_asks_for_nothing(String language, String settled) {
        Letter letter =
                new LetterWriter(TEMPLATES).write("statement", Letters.statement("X", language, 0), Letters.PLAIN);
        assertThat(letter.text()).contains(settled).doesNotContain("IBAN", "Total", "Summe");
        assertThat(letter.html()).doesNotContain("<td style=\"padding:9px");
    }

    @ParameterizedTest
    @CsvSource({"es", "it", "de", "en"})
    void a_free_message_keeps_its_paragraphs_and_stays_text(String language) {
        LetterContent content = Letters.full("Bakers Ltd", language)
                .with(new LetterContent.Extras(
                        "Your call of *today*",
                        "Hello,\r\n\r\n    # not a heading\n<b>1.</b> {{total}}\n===\nbye",
                        List.of(),
                        null,
                        List.of(),
                        List.of()));
        Letter letter = new LetterWriter(TEMPLATES).write("message", content, Letters.PLAIN);
        assertThat(letter.subject()).isEqualTo("Molino Verde S.L.: Your call of *today*");
        assertThat(letter.text()).contains("Hello,\n\n# not a heading\n<b>1.</b> {{total}}\n===\nbye\n");
        assertThat(letter.html()).doesNotContain("<b>", "<h1", "<code", "<pre");
    }

    @Test
    void all_languages_have_the_same_words_and_the_same_templates() throws IOException {
        for (String language : List.of("es", "it", "de")) {
            assertThat(Words.in(language).all().keySet())
                    .isEqualTo(Words.in("en").all().keySet());
            assertThat(TEMPLATES.resolve(language).toFile().list())
                    .containsExactlyInAnyOrder(TEMPLATES.resolve("en").toFile().list());
        }
        assertThat(Words.in("fr").language()).isEqualTo("en");
    }

    @Test
    void every_placeholder_is_documented() throws IOException {
        String manual = Files.readString(TEMPLATES.resolve("README.md"));
        LetterFields.FIELDS.forEach(field -> assertThat(manual).contains("{{" + field + "}}"));
        LetterFields.LISTS.forEach((list, names) -> {
            assertThat(manual).contains("{{#" + list + "}}");
            names.forEach(name -> assertThat(manual).contains("`{{" + name + "}}`"));
        });
    }

    @Test
    void falls_back_to_the_creditors_language() {
        assertThat(letter("reminder", "fr", "FR", "Boulangerie").language()).isEqualTo("es");
    }

    @Test
    void what_comes_from_outside_stays_text() {
        Letter letter = letter("final", "en", "GB", "<b>Evil</b> [pay here](http://evil.example) {{total}}\nBcc: x");
        assertThat(letter.html())
                .doesNotContain("<b>Evil", "href=\"http://evil")
                .contains("&lt;b&gt;Evil");
        assertThat(letter.text()).contains("[pay here](http://evil.example) {{total}} Bcc: x");
    }

    @Test
    void an_unknown_placeholder_is_named_with_file_line_and_the_known_ones() throws IOException {
        Path file = Files.createDirectories(folder.resolve("en")).resolve("reminder.md");
        Files.writeString(file, "---\nsubject: Reminder\n---\n\nDear {{debtor}},\n{{{total}}}\n");
        assertThat(TemplateCheck.check(folder)).hasSize(2);
        Problem problem = TemplateCheck.check(folder).get(0);
        assertThat(problem.line()).isEqualTo(5);
        assertThat(problem.message()).isEqualTo("unknown placeholder 'debtor'");
        assertThat(problem.remedy()).contains("debtorName");
        assertThatThrownBy(() -> new LetterWriter(folder).write("reminder", content("en", "GB", "X"), HEAD))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("debtor");
    }

    private static Letter letter(String template, String language, String country, String debtor) {
        return new LetterWriter(TEMPLATES).write(template, content(language, country, debtor), HEAD);
    }

    private static LetterContent content(String language, String country, String debtor) {
        LocalDate due = LocalDate.of(2025, 2, 8);
        return new LetterContent(
                debtor,
                language,
                country,
                LocalDate.of(2025, 3, 10),
                LocalDate.of(2025, 3, 17),
                List.of(
                        new LetterContent.Item("FV-2025/118", due.minusDays(30), due, Money.of(125_050, "EUR")),
                        new LetterContent.Item("FV-2025/131", due.minusDays(24), due, Money.of(18_900, "EUR")),
                        new LetterContent.Item("FV-2025/140", due.minusDays(20), due, Money.of(9_900, "GBP"))),
                List.of(Money.of(2_500, "EUR")));
    }
}
