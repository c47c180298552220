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

/** What somebody who writes by hand begins with, and what becomes of his words. */
class PresetTest {

    private static final Path SHIPPED = Path.of("routes/templates");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Customer number C-7 | due 1 Mar 2026 | Total open: €1,250.50",
                "es | Número de cliente C-7 | vencimiento el 1 mar 2026 | Total pendiente: 1.250,50 €",
                "it | Codice cliente C-7 | scadenza 1 mar 2026 | Totale aperto: 1.250,50 €",
                "de | Kundennummer C-7 | fällig am 01.03.2026 | Summe offen: 1.250,50 €"
            })
    void the_shipped_one_tells_in_the_debtors_language_who_he_is_and_what_is_open(
            String language, String number, String due, String total) {
        LetterWriter writer = new LetterWriter(SHIPPED);
        Preset preset = writer.preset("account", known(language), SampleContent.HEAD);
        assertThat(writer.presets(known(language), SampleContent.HEAD)).containsExactly("account");
        assertThat(preset.language()).isEqualTo(language);
        assertThat(preset.text().replace('\u00a0', ' '))
                .contains("Müller & *Söhne*", number, "billing@debtor.example", "F-1/2026", due, total)
                .doesNotContain("{{", "\\");
    }

    @Test
    void a_language_without_presets_has_those_of_the_creditor() {
        Preset preset = new LetterWriter(SHIPPED).preset("account", known("fr"), SampleContent.HEAD);
        assertThat(preset.language()).isEqualTo("en");
    }

    @Test
    void where_there_are_none_there_is_nothing_to_choose() {
        LetterWriter writer = new LetterWriter(folder);
        assertThat(writer.presets(known("en"), SampleContent.HEAD)).isEmpty();
        assertThatThrownBy(() -> writer.preset("account", known("en"), SampleContent.HEAD))
                .hasMessageContaining("no template 'letters/account' in any of [en]");
        assertThatThrownBy(() -> writer.preset("../../secret", known("en"), SampleContent.HEAD))
                .isInstanceOf(BrokenFile.class);
    }

    @Test
    void an_unknown_placeholder_is_told_with_file_line_and_remedy_and_the_last_good_version_stays() throws IOException {
        Path file = written("Dear {{debtorName}}");
        LetterWriter writer = new LetterWriter(folder);
        written("Dear Sir,\n\nyou owe {{amoutn}}");
        assertThat(writer.faults().get(file)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(6);
            assertThat(problem.message()).isEqualTo("unknown placeholder 'amoutn'");
            assertThat(problem.remedy()).contains("customerNumber", "debtorEmail");
        });
        assertThat(writer.preset("short", known("en"), SampleContent.HEAD).text())
                .isEqualTo("Dear Müller & *Söhne*");
        written("Good day, {{debtorName}}, {{debtorTaxId}}, {{debtorCountry}}");
        assertThat(writer.preset("short", known("en"), SampleContent.HEAD).text())
                .isEqualTo("Good day, Müller & *Söhne*, B1, Germany");
    }

    @Test
    void one_that_was_never_good_says_so_and_stops_no_other() throws IOException {
        written("you owe {{amoutn}}");
        LetterWriter writer = new LetterWriter(folder);
        assertThatThrownBy(() -> writer.preset("short", known("en"), SampleContent.HEAD))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("short.md")
                .hasMessageContaining("amoutn");
    }

    @Test
    void typed_words_stay_text_line_by_line_and_what_the_law_requires_follows() {
        TypedText typed = new TypedText(
                "de", " Ihr\tKonto ", "# Hallo\n1. *eins*\n- zwei\n\n    vier {{debtorName}} <b>x</b>\n---\nEnde");
        LetterContent content = known("de")
                .with(new LetterContent.Extras(
                        "", "", List.of(), null, List.of("Sie können widersprechen."), List.of()));
        Letter letter = new LetterWriter(folder).write(typed, content, SampleContent.HEAD);
        assertThat(letter.subject()).isEqualTo("Ihr Konto");
        assertThat(letter.language()).isEqualTo("de");
        assertThat(letter.templateHash()).isEqualTo(typed.hash());
        assertThat(letter.text())
                .startsWith(
                        "# Hallo\n1. *eins*\n- zwei\n\nvier {{debtorName}} <b>x</b>\n---\nEnde\n\nSie können widersprechen.");
        assertThat(letter.html())
                .contains("# Hallo<br>", "&lt;b&gt;x&lt;/b&gt;", "Sie können widersprechen.")
                .doesNotContain("<h1", "<li", "<em", "<hr", "<pre");
    }

    @Test
    void typed_words_need_a_subject_of_one_line_and_a_text_neither_too_long() {
        assertThat(new TypedText("en", "s".repeat(200), "t".repeat(50_000)).subject())
                .hasSize(200);
        assertThatThrownBy(() -> new TypedText("en", "s".repeat(201), "t")).hasMessageContaining("200");
        assertThatThrownBy(() -> new TypedText("en", "s", "t".repeat(50_001))).hasMessageContaining("50000");
        assertThatThrownBy(() -> new TypedText("en", " \n ", "t")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TypedText("en", "s", "\n \t")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new TypedText("en", "two\r\nlines", "t").subject()).isEqualTo("two lines");
    }

    private Path written(String body) throws IOException {
        Path file = folder.resolve("en/letters/short.md");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "---\nsubject: {{creditorName}}\n---\n" + body + "\n");
    }

    private static LetterContent known(String language) {
        LocalDate due = LocalDate.parse("2026-03-01");
        return new LetterContent(
                LetterContent.Kind.STATEMENT,
                "Müller & *Söhne*",
                language,
                null,
                due.plusDays(3),
                due.plusDays(10),
                List.of(new LetterContent.Item("F-1/2026", due.minusDays(30), due, Money.of(125_050, "EUR"))),
                List.of(),
                List.of(),
                LetterContent.Extras.NONE.knowing(
                        new LetterContent.Reader("C-7", "B1", "billing@debtor.example", "DE")));
    }
}
