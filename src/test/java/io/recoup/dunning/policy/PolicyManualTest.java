package io.recoup.dunning.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.pack.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The manual of policy files says all that their readers ask for, and its example can be read. */
class PolicyManualTest {

    private static final Path MANUAL = Path.of("routes/policies/README.md");

    /** A call whose first or second argument is one word in quotes: {@code block.text("taxId", "")}. */
    private static final Pattern ASKED = Pattern.compile("\\w\\(\\s*(?:\\w+,\\s*)?\"([a-z]\\w+(?:-\\w+)?)\"");

    private static final Set<String> READERS = Set.of(
            "PolicyFile",
            "PolicyCreditor",
            "PolicyLetterhead",
            "PolicySegment",
            "PolicyProcedure",
            "PolicyLevel",
            "PolicyAction",
            "PolicyPacks",
            "WordingReader",
            "LimitFields");

    @TempDir
    Path folder;

    @Test
    void the_example_is_accepted_and_means_what_its_comments_say() throws IOException {
        Policy policy = read(example());
        assertThat(policy.procedures()).extracting(Procedure::name).containsExactly("by hand", "wholesale", "standard");
        assertThat(policy.procedure().levels())
                .extracting(Level::name)
                .containsExactly("issued", "coming-due", "reminder", "own words", "final notice");
        assertThat(policy.procedures().get(0).levels()).isEmpty();
        assertThat(policy.actions()).hasSize(3);
    }

    @Test
    void the_creditor_shown_by_itself_is_part_of_a_policy() throws IOException {
        String part = block(MANUAL, "```yaml\ncreditor:\n  collection");
        String rest = example().substring(example().indexOf("\npacks:"));
        assertThat(read(part + """
              name: Ejemplo
              from: cobros@example.com
              replyTo: cobros@example.com
              language: es
              country: ES
              zone: Europe/Madrid
            """ + rest).creditor().fresh().erp()).isEqualTo(-1);
    }

    @Test
    void every_word_that_the_readers_ask_for_is_explained() throws IOException {
        String manual = Files.readString(MANUAL);
        Set<String> asked = asked();
        assertThat(asked)
                .hasSizeGreaterThan(90)
                .contains("taxId", "noActionYet", "hidePortal", "withinDays", "minGapDays");
        assertThat(asked).allSatisfy(word -> assertThat(manual)
                .containsPattern("`[^`\n]*\\b" + word + "\\b[^`\n]*`|(?m)^[ -]*" + word + ":"));
    }

    private static Set<String> asked() throws IOException {
        Set<String> words = new TreeSet<>();
        Arrays.stream(Limit.values()).map(Limit::field).forEach(words::add);
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/recoup/dunning"))) {
            for (Path source : sources.filter(file ->
                            READERS.contains(file.getFileName().toString().replace(".java", "")))
                    .toList()) {
                for (Matcher word = ASKED.matcher(Files.readString(source)); word.find(); ) {
                    words.add(word.group(1));
                }
            }
        }
        return words;
    }

    private Policy read(String text) throws IOException {
        FileSystemUtils.copyRecursively(MANUAL.resolveSibling("packs"), folder.resolve("packs"));
        return PolicyFile.read(
                Files.writeString(folder.resolve("policy.yaml"), text),
                (template, language) -> Files.exists(Path.of("routes/templates", language, template + ".md")));
    }

    private static String example() throws IOException {
        return block(MANUAL, "<!-- example -->\n```yaml\n");
    }

    /** The code block that begins so. */
    private static String block(Path page, String beginning) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf("```yaml\n", text.indexOf(beginning)) + "```yaml\n".length();
        return text.substring(from, text.indexOf("```", from)).lines().collect(joining("\n", "", "\n"));
    }
}
