package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about {@code generate}: what it shows is what comes out. */
class GenerateManualTest {

    @TempDir
    Path folder;

    @Test
    void the_example_prints_what_the_page_shows() throws IOException {
        String page = Files.readString(Path.of("src/docs/generate.md"));
        String command = block(page, "command").strip();
        assertThat(command).startsWith("java -jar target/recoup.jar generate").endsWith(" --out world");

        StringWriter out = new StringWriter();
        String[] words = command.substring(command.indexOf("generate"))
                .replace("world", folder.toString())
                .split(" ");
        int code = Recoup.commandLine("generate").setOut(new PrintWriter(out)).execute(words);

        assertThat(code).isZero();
        assertThat(out.toString().lines().toList())
                .isEqualTo(block(page, "output").lines().toList());
        assertThat(Files.readAllLines(folder.resolve("truth.jsonl"))).contains(shown(page));
    }

    /** The line of truth that the page explains. */
    private static String shown(String page) {
        int from = page.indexOf("```json\n") + "```json\n".length();
        return page.substring(from, page.indexOf("\n```", from));
    }

    private static String block(String page, String name) {
        int mark = page.indexOf("<!-- " + name + " -->");
        int from = page.indexOf('\n', page.indexOf("```", mark)) + 1;
        return page.substring(from, page.indexOf("```", from));
    }
}
