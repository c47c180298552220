package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void makes_the_folder_and_tells_what_it_made() {
        Path world = folder.resolve("new/world");
        assertThat(generate("--payments", "300", "--out", world.toString())).isZero();
        assertThat(world.resolve("transactions.jsonl")).isRegularFile();
        assertThat(out.toString().lines()).anyMatch(line -> line.matches("payments +300"));
        assertThat(out.toString()).contains("hard negatives").contains("  no-reference");
    }

    @Test
    void writes_the_format_asked_for_until_the_day_asked_for() throws IOException {
        String world = folder.toString();
        assertThat(generate("--payments", "300", "--out", world, "--format", "CAMT", "--until", "2025-03-31"))
                .isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("statements-")))
                    .hasSizeGreaterThan(60)
                    .allSatisfy(name ->
                            assertThat(name).isBetween("statements-2024-10-01.xml", "statements-2025-03-31.xml"));
        }
    }

    @Test
    void refuses_a_folder_of_something_else_and_numbers_that_make_no_world() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "mine");
        assertThat(generate("--payments", "300", "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("letter.txt: is no file of an earlier world; name an empty folder");
        assertThat(generate("--payments", "0", "--out", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--payments must be above zero, not 0");
    }

    private int generate(String... more) {
        List<String> words = new ArrayList<>(List.of("generate", "--regime", "mixed", "--seed", "3"));
        words.addAll(List.of(more));
        return Recoup.commandLine("generate")
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }
}
