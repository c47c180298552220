package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "de"})
    void every_reason_is_told_in_every_language(String language) throws IOException {
        Properties english = words("en");
        assertThat(words(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String code : english.stringPropertyNames()) {
            Reason reason = new Reason(code, List.of("first", "second"));
            String told = reason.in(Locale.forLanguageTag(language));
            assertThat(told).as(code).isNotBlank().doesNotContain("{", "''").isNotEqualTo(reason.toString());
            for (String said : List.of("first", "second")) {
                assertThat(told.contains(said))
                        .as(code)
                        .isEqualTo(reason.toString().contains(said));
            }
        }
    }

    @Test
    void apostrophes_are_kept_and_an_unknown_language_is_answered_in_english() {
        assertThat(new Reason("payer-unknown", List.of()).in(Locale.ITALIAN)).isEqualTo("l'ordinante è sconosciuto");
        assertThat(new Reason("exact", List.of()).in(Locale.JAPANESE)).isEqualTo("exact amount");
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                ReasonTest.class.getResourceAsStream("/matching/reasons_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
