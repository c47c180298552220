package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** The page about {@code simulate}: what it shows is what comes out. */
class SimulateManualTest {

    private static final Path PAGE = Path.of("src/docs/simulate.md");
    private static final Path POLICY = Path.of("routes/policies/default.yaml");

    @TempDir
    Path folder;

    @Test
    void the_example_prints_what_the_page_shows() throws IOException {
        Path events = Files.writeString(folder.resolve("year.jsonl"), block("events"));
        assertThat(block("command")).contains("--from 2026-01-01 --until 2026-04-15");
        assertThat(run(POLICY, events)).isEqualTo(block("output"));
    }

    @Test
    void the_comparison_prints_what_the_page_shows() throws IOException {
        Path events = Files.writeString(folder.resolve("year.jsonl"), block("events"));
        FileSystemUtils.copyRecursively(POLICY.getParent(), folder.resolve("policies"));
        Path draft = folder.resolve("policies/default.draft");
        Files.writeString(draft, Files.readString(POLICY).replace("days: 15", "days: 10"));
        assertThat(block("comparison")).contains("sed 's/days: 15/days: 10/'", "--against");
        assertThat(run(POLICY, events, "--against", draft.toString())
                        .replace(draft.toString(), "routes/policies/default.draft"))
                .isEqualTo(block("difference"));
    }

    @Test
    void every_kind_of_event_that_the_page_shows_can_be_read_and_booked() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("```json\n") + "```json\n".length();
        String shown = page.substring(from, page.indexOf("```", from));
        assertThat(shown.lines()).hasSize(10);
        run(POLICY, Files.writeString(folder.resolve("all.jsonl"), shown));
    }

    private static String run(Path policy, Path events, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "--policy",
                policy.toString(),
                "--events",
                events.toString(),
                "--from",
                "2026-01-01",
                "--until",
                "2026-04-15"));
        words.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
        assertThat(code).as(err.toString()).isZero();
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    /** The code block below that comment. */
    private static String block(String name) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf('\n', page.indexOf("```", page.indexOf("<!-- " + name + " -->"))) + 1;
        return page.substring(from, page.indexOf("```", from));
    }
}
