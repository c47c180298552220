package io.recoup.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z.]*[A-Za-z])[(}]");

    @ParameterizedTest
    @ValueSource(strings = {"es", "it", "de"})
    void every_language_has_the_keys_of_the_others(String language) throws IOException {
        assertThat(words(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(words("en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "it", "de"})
    void every_word_is_there_and_its_pattern_can_be_read(String language) throws IOException {
        words(language).forEach((key, text) -> {
            assertThat((String) text).as("%s in %s", key, language).isNotBlank();
            if (((String) text).contains("{")) {
                assertThat(new MessageFormat((String) text, Locale.forLanguageTag(language))
                                .format(new Object[] {2, 2, 2, 2}))
                        .as("%s in %s", key, language)
                        .doesNotContain("{");
            }
        });
    }

    @Test
    void every_key_that_a_template_names_exists() throws IOException {
        Set<String> known = words("en").stringPropertyNames();
        try (Stream<Path> templates = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                Matcher key = KEY.matcher(Files.readString(template));
                while (key.find()) {
                    assertThat(known).as(template.toString()).contains(key.group(1));
                }
            }
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                MessagesTest.class.getResourceAsStream("/messages_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
