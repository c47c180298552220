package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void counts_what_is_well() throws Exception {
        write("accounting/acme.camel.yaml", """
                - route:
                    id: acme
                    routeConfigurationId: partner
                    from:
                      uri: timer:acme
                      steps:
                        - to: recoup:invoices?source=acme
                """);
        assertThat(run("--routes", folder.toString())).isZero();
        assertThat(out.toString()).startsWith("checked 1 route files with 1 routes");
    }

    @Test
    void prints_one_line_for_each_problem_with_file_line_and_remedy() throws Exception {
        write("accounting/acme.camel.yaml", """
                - route:
                    id: acme
                    from:
                      uri: timer:acme
                      steps:
                        - to: recoup:invoices
                        - to: exec:ls
                """);
        write("banks/bank.camel.yaml", "- route:\n    id: acme\n    from: [\n");
        assertThat(run("--routes", folder.toString())).isEqualTo(1);
        assertThat(out.toString().lines().toList()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0))
                    .startsWith("accounting/acme.camel.yaml:7: ")
                    .contains("exec");
            assertThat(lines.get(1))
                    .startsWith("accounting/acme.camel.yaml:6: ")
                    .contains("'source'");
            assertThat(lines.get(2)).startsWith("banks/bank.camel.yaml:4: ").contains("not YAML");
            assertThat(lines.get(3)).isEqualTo("3 problems");
        });
    }

    @Test
    void wants_a_folder_that_exists() {
        assertThat(run("--routes", folder.resolve("absent").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("there is no folder");
    }

    private int run(String... arguments) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
