package io.recoup.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about {@code match}: what it shows is what comes out. */
class MatchManualTest {

    private static final Path PAGE = Path.of("src/docs/match.md");

    @TempDir
    Path folder;

    @Test
    void the_example_prints_what_the_page_shows() throws IOException {
        Path open = MatchRun.write(folder, "open.csv", block("open"));
        Path june = MatchRun.write(folder, "june.csv", block("june"));
        assertThat(block("command")).contains("--open-items open.csv --transactions june.csv --thresholds strict");
        MatchRun run = MatchRun.of("--open-items", open, "--transactions", june, "--thresholds", "strict");
        assertThat(run.out()).isEqualTo(block("output"));
        assertThat(run.code()).isZero();
    }

    @Test
    void a_hard_payment_is_followed_from_the_bank_file_to_its_explanation() throws IOException {
        Path open = MatchRun.write(folder, "open.csv", block("hard-open"));
        Path bank = MatchRun.write(folder, "june.xml", block("hard-bank"));
        MatchRun run = MatchRun.of("--open-items", open, "--statements", bank);
        assertThat(run.out()).isEqualTo(block("hard-output"));
        assertThat(run.code()).isZero();
    }

    @Test
    void the_truth_that_the_page_shows_can_be_read() throws IOException {
        Path open = MatchRun.write(folder, "open.csv", block("open"));
        Path june = MatchRun.write(folder, "june.csv", block("june"));
        String page = Files.readString(PAGE);
        int from = page.indexOf("```json\n", page.indexOf("## How often")) + "```json\n".length();
        Path truth = MatchRun.write(folder, "truth.jsonl", page.substring(from, page.indexOf("```", from)));
        MatchRun run =
                MatchRun.of("--open-items", open, "--transactions", june, "--thresholds", "strict", "--truth", truth);
        assertThat(run.err().lines())
                .contains(
                        "| payments | 3 |  |",
                        "| beside them payments of which the truth says nothing | 1 |  |",
                        "| recall: best proposal is right, of 2 that pay something | 100.000 % | 100.000 % |");
        assertThat(run.code()).isZero();
    }

    /** The code block below that comment. */
    private static String block(String name) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf('\n', page.indexOf("```", page.indexOf("<!-- " + name + " -->"))) + 1;
        return page.substring(from, page.indexOf("```", from));
    }
}
