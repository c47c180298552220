package io.recoup.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A letter in a policy's own words. */
class FreeTextTest {

    private static final Path FILE = Path.of("policies/default.yaml");
    private static final LetterWriter WRITER = new LetterWriter(Path.of("routes/templates"));

    @Test
    void is_written_in_the_debtors_language_else_the_creditors_else_english() {
        FreeText text = text("es", "it", "en");
        assertThat(written(text, "it").language()).isEqualTo("it");
        assertThat(written(text, "fr").language()).isEqualTo("es");
        assertThat(written(text("it", "en"), "fr").language()).isEqualTo("en");
        assertThatThrownBy(() -> written(text("it"), "fr"))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("default.yaml:40: the text is in [it] and in none of [fr, es, en]");
    }

    @Test
    void tells_whether_every_letter_can_fall_back_on_it() {
        assertThat(WRITER.has(text("it"), "es")).isFalse();
        assertThat(WRITER.has(text("es"), "es")).isTrue();
        assertThat(WRITER.has(text("it", "en"), "es")).isTrue();
        assertThat(WRITER.has(LetterText.template("statement"), "es")).isTrue();
        assertThat(WRITER.has(LetterText.template("../en/statement"), "es")).isTrue();
        assertThat(WRITER.has(LetterText.template("../../policies/default"), "es"))
                .isFalse();
    }

    @Test
    void fills_placeholders_as_a_template_does_and_ends_with_what_the_law_requires() {
        Letter letter = written(text("en"), "en");
        assertThat(letter.subject()).isEqualTo("Please call, €1,256.67 + £99.00");
        assertThat(letter.text())
                .contains("Dear Bakers <Ltd>,", "€1,454.50")
                .containsSubsequence("Call us.", "You may object to this claim within 30 days.", "-- ");
        assertThat(letter.html()).contains("<strong>Call us.</strong>", "Bakers &lt;Ltd&gt;");
        assertThat(letter.templateHash()).hasSize(64);
    }

    @Test
    void a_fault_is_found_when_it_is_read_with_file_and_line() {
        assertThat(TemplateCheck.check(FILE, 40, "Hello", "one\ntwo {{debtor}}\n{{#items}}"))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        unknown -> assertThat(unknown)
                                .startsWith("policies/default.yaml:41: unknown placeholder 'debtor' (known"),
                        open -> assertThat(open).startsWith("policies/default.yaml:42: {{#items}} is never closed"));
        assertThat(TemplateCheck.check(FILE, 40, "{{number}}", "text"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("in the subject: unknown"));
        assertThat(TemplateCheck.check(FILE, 40, " ", "\n")).hasSize(2);
        assertThat(TemplateCheck.check(FILE, 40, "a\nb", "text")).hasSize(1);
        assertThat(TemplateCheck.check(FILE, 40, "{{title}}", "{{#toPay}}{{amount}}{{/toPay}}"))
                .isEmpty();
        assertThatThrownBy(() -> new FreeText(Map.of("en", new FreeText.Version(FILE, 40, "x", "{{{total}}}"))))
                .isInstanceOf(BrokenFile.class);
    }

    @Test
    void needs_a_language_and_knows_it_by_two_small_letters() {
        assertThatThrownBy(() -> text()).hasMessageContaining("at least one language");
        assertThatThrownBy(() -> text("EN")).hasMessageContaining("two-letter");
        assertThatThrownBy(() -> text("../en")).hasMessageContaining("two-letter");
    }

    private static Letter written(FreeText text, String language) {
        return WRITER.write(text, Letters.full("Bakers <Ltd>", language), Letters.PLAIN);
    }

    private static FreeText text(String... languages) {
        Map<String, FreeText.Version> versions = new LinkedHashMap<>();
        for (String language : languages) {
            versions.put(
                    language,
                    new FreeText.Version(
                            FILE, 40, "Please call, {{amount}}", "Dear {{debtorName}},\n\n**Call us.** {{total}}\n"));
        }
        return new FreeText(versions);
    }
}
