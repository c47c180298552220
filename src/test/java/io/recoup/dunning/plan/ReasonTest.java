package io.recoup.dunning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    private static final Pattern CALL = Pattern.compile("Reason\\.of\\(");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:[.][a-z-]+)+[.]?)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "de"})
    void every_language_has_the_reasons_of_the_others_with_the_same_arguments(String language) throws IOException {
        Properties english = words("en");
        Properties other = words(language);
        assertThat(other.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String code : english.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(code)))
                    .as("%s in %s", code, language)
                    .isEqualTo(arguments(english.getProperty(code)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void every_reason_can_be_told_and_no_apostrophe_swallows_an_argument(String language) throws IOException {
        Locale reader = Locale.forLanguageTag(language);
        for (String code : words("en").stringPropertyNames()) {
            String told = Reason.of(code, "A0", "A1", "A2", "A3").in(reader);
            assertThat(told).as("%s in %s", code, language).doesNotContain("{", "''");
            arguments(words("en").getProperty(code))
                    .forEach(argument ->
                            assertThat(told).as("%s in %s", code, language).contains("A" + argument));
        }
    }

    @Test
    void every_code_in_the_sources_is_known_and_given_the_arguments_that_it_tells() throws IOException {
        Properties english = words("en");
        int calls = 0;
        for (Path source : sources()) {
            String text = Files.readString(source);
            for (Matcher call = CALL.matcher(text); call.find(); calls++) {
                List<String> parts = parts(text.substring(call.end()));
                Matcher code = CODE.matcher(parts.get(0));
                while (code.find()) {
                    List<String> meant = english.stringPropertyNames().stream()
                            .filter(known -> code.group(1).endsWith(".")
                                    ? known.startsWith(code.group(1))
                                    : known.equals(code.group(1)))
                            .toList();
                    assertThat(meant).as("%s in %s", code.group(1), source).isNotEmpty();
                    meant.forEach(known -> assertThat(arguments(english.getProperty(known)))
                            .as("arguments of %s in %s", known, source)
                            .allMatch(argument -> Integer.parseInt(argument) < parts.size() - 1));
                }
            }
        }
        assertThat(calls).isGreaterThan(40);
    }

    @Test
    void what_was_stored_is_read_back_arguments_that_are_empty_and_last_among_them() {
        for (Reason reason : List.of(
                Reason.of("rest.settled"),
                Reason.of("wait.level", "first; \"second\"", "2026-03-09", null),
                Reason.of("rest.held.dispute", ""))) {
            assertThat(Reason.read(reason.stored())).isEqualTo(reason);
        }
        assertThat(Reason.of("rest.settled").stored()).isEqualTo("rest.settled");
    }

    @Test
    void dates_are_written_as_the_reader_writes_them_and_iso_for_machines() {
        Reason reason = Reason.of("wait.referral", "2026-03-09");
        assertThat(reason).hasToString("all levels were sent; referral on 2026-03-09");
        assertThat(reason.in(Locale.GERMAN)).contains("09.03.2026");
        assertThat(reason.in(Locale.ITALIAN)).contains("9 mar 2026");
        assertThat(reason.in(Locale.forLanguageTag("es-ES"))).contains("9 mar 2026");
        assertThat(Reason.of("task.text", "2026-02-30").in(Locale.GERMAN)).isEqualTo("2026-02-30");
    }

    @Test
    void a_code_that_is_not_known_passes_through_and_an_unknown_language_reads_english() {
        assertThat(Reason.read("once upon a time").in(Locale.GERMAN)).isEqualTo("once upon a time");
        assertThat(Reason.of("rest.gone", "x", "y").in(Locale.GERMAN)).isEqualTo("rest.gone x, y");
        assertThat(Reason.of("rest.settled").in(Locale.JAPANESE)).isEqualTo("settled");
    }

    /** What stands between the commas of a call, up to its closing bracket. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; ; i++) {
            char at = text.charAt(i);
            quoted ^= at == '"';
            if (quoted) {
                continue;
            }
            if (at == ',' && depth == 0 || at == ')' && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
            if (at == ')' && depth-- == 0) {
                return parts;
            }
            depth += at == '(' ? 1 : 0;
        }
    }

    private static Set<String> arguments(String pattern) {
        Set<String> arguments = new TreeSet<>();
        for (Matcher argument = ARGUMENT.matcher(pattern); argument.find(); ) {
            arguments.add(argument.group(1));
        }
        return arguments;
    }

    /** All but those of matching, which has reasons of its own. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/recoup"))) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("Reason.java"))
                    .filter(file -> !file.startsWith("src/main/java/io/recoup/reconciliation"))
                    .toList();
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                ReasonTest.class.getResourceAsStream("/dunning/reasons_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
