package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ParseCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private final Path day = Path.of("src/test/resources/banking/one-day.camt053.xml");

    @TempDir
    Path folder;

    @Test
    void prints_each_transaction_as_one_line_of_the_contract() throws Exception {
        assertThat(parse(day.toString())).isZero();
        assertThat(lines()).hasSize(8);
        JsonNode first = JSON.readTree(lines().get(0));
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly(
                        "account",
                        "currency",
                        "statement",
                        "bookedOn",
                        "valueOn",
                        "status",
                        "direction",
                        "reversal",
                        "amount",
                        "counterparty",
                        "endToEndId",
                        "reference",
                        "remittance",
                        "bankId",
                        "occurrence");
        assertThat(first.get("amount").asText()).isEqualTo("50.00");
        assertThat(first.at("/counterparty/name").asText()).isEqualTo("Müller & Söhne");
        assertThat(JSON.readTree(lines().get(5)).get("balancing").asBoolean()).isTrue();
    }

    @Test
    void prints_each_statement_with_its_balances() throws Exception {
        assertThat(parse("--statements", day.toString())).isZero();
        assertThat(lines())
                .containsExactly("{\"file\":\"" + day + "\",\"format\":\"camt.053.001.08\","
                        + "\"account\":\"DE02120300000000202051\",\"currency\":\"EUR\",\"opening\":\"100.00\","
                        + "\"closing\":\"327.50\",\"entries\":5,\"transactions\":8,\"credits\":\"1236.50\","
                        + "\"debits\":\"10.00\",\"balanced\":true}");
    }

    @Test
    void names_file_line_and_reason_of_what_cannot_be_read_and_prints_the_others() throws Exception {
        Path broken = Files.write(folder.resolve("broken.xml"), List.of("<Document", "  xmlns='x'", "<"));
        Path missing = folder.resolve("missing.xml");
        assertThat(parse(broken.toString(), missing.toString(), folder.toString(), day.toString()))
                .isEqualTo(2);
        assertThat(lines()).hasSize(8);
        assertThat(problems.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(broken + ":3: "),
                        line -> assertThat(line).isEqualTo(missing + ":1: no such file"),
                        line -> assertThat(line).startsWith(folder + ":1: a directory"));
    }

    private int parse(String... arguments) {
        PrintStream err = new PrintStream(problems, true, StandardCharsets.UTF_8);
        return new CommandLine(new ParseCommand(out, err)).execute(arguments);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
