package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String POLICY = """
            creditor:
              name: Mill
              from: mill@mill.example
              replyTo: mill@mill.example
              language: en
              country: GB
              zone: Europe/London
              termDays: 30
            procedures:
              - name: standard
                levels:
                  - { name: reminder, days: 3, template: reminder, fee: 5.00 EUR, interest: 10 % }
                referral: { afterDays: 5 }
            """;

    private static final String EVENTS = """
            {"on":"2025-02-01","invoice":{"number":"F-1","total":"100.00","currency":"EUR","debtor":"C-1"}}
            {"on":"2025-02-20","receipt":{"id":"R-1","debtor":"C-1","amount":"40.00","currency":"EUR","items":["F-1"]}}
            """;

    @TempDir
    Path folder;

    private Path policy;
    private Path events;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void files() throws IOException {
        policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
        events = Files.writeString(folder.resolve("year.jsonl"), EVENTS);
    }

    @Test
    void prints_each_action_as_one_json_object_whose_amounts_are_texts() throws IOException {
        assertThat(simulate("--sources-fresh")).isZero();
        assertThat(lines()).hasSize(4);
        JsonNode notice = JSON.readTree(lines().get(0));
        assertThat(notice.fieldNames())
                .toIterable()
                .containsExactly("on", "action", "debtor", "procedure", "level", "items", "amounts", "reason");
        assertThat(notice).isEqualTo(JSON.readTree("""
                {"on":"2025-03-06","action":"notice","debtor":"C-1","procedure":"standard","level":"reminder",
                 "items":["F-1"],"amounts":[{"currency":"EUR","total":"60.00","fee":"5.00","interest":"0.05"}],
                 "reason":"level 'reminder' has come: 3 days after the due date"}"""));
        assertThat(lines())
                .extracting(line -> JSON.readTree(line).get("action").asText())
                .containsExactly("notice", "fee", "interest", "referral");
        assertThat(JSON.readTree(lines().get(3)).get("level").isNull()).isTrue();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void the_same_events_and_policy_give_the_same_lines() {
        simulate("--sources-fresh", "--verbose");
        String first = out.toString();
        out.getBuffer().setLength(0);
        simulate("--sources-fresh", "--verbose");
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void verbose_also_says_why_nothing_is_done() throws IOException {
        assertThat(simulate("--sources-fresh", "--verbose")).isZero();
        JsonNode first = JSON.readTree(lines().get(0));
        assertThat(first.get("action").asText()).isEqualTo("wait");
        assertThat(first.get("reason").asText()).isEqualTo("level 'reminder' is due on 2025-03-06");
    }

    @Test
    void without_fresh_sources_a_silent_bank_holds_everything_back() throws IOException {
        assertThat(simulate("--verbose")).isZero();
        assertThat(lines()).noneMatch(line -> line.contains("\"notice\""));
        assertThat(lines()).anyMatch(line -> line.contains("bank source bank last delivered on 2025-02-20"));
    }

    @Test
    void events_before_the_first_day_count_and_are_not_printed() {
        assertThat(play("--sources-fresh", "--from", "2025-03-10", "--until", "2025-03-12"))
                .isZero();
        assertThat(lines()).hasSize(3).allMatch(line -> line.contains("2025-03-10"));
        assertThat(lines().get(0)).contains("\"total\":\"60.00\"");
    }

    @Test
    void against_prints_what_each_policy_alone_does_due_dates_by_its_own_term() throws IOException {
        Path draft = Files.writeString(
                folder.resolve("draft.yaml"),
                POLICY.replace("termDays: 30", "termDays: 29").replace(", interest: 10 %", ""));
        assertThat(simulate("--sources-fresh", "--against", draft.toString())).isZero();
        List<String> told = new ArrayList<>();
        for (String line : lines()) {
            JsonNode action = JSON.readTree(line);
            assertThat(action.fieldNames().next()).isEqualTo("policy");
            told.add(Path.of(action.get("policy").asText()).getFileName() + " "
                    + action.get("on").asText() + " " + action.get("action").asText());
        }
        assertThat(told)
                .containsExactly(
                        "draft.yaml 2025-03-05 notice",
                        "draft.yaml 2025-03-05 fee",
                        "policy.yaml 2025-03-06 notice",
                        "policy.yaml 2025-03-06 fee",
                        "policy.yaml 2025-03-06 interest",
                        "draft.yaml 2025-03-10 referral",
                        "policy.yaml 2025-03-11 referral");
    }

    @Test
    void against_itself_nothing_differs() {
        assertThat(simulate("--sources-fresh", "--against", policy.toString())).isZero();
        assertThat(lines()).isEmpty();
    }

    @Test
    void ends_with_2_when_some_events_could_not_be_read_or_contradict_others_and_plays_the_rest() throws IOException {
        Files.writeString(events, EVENTS + "{\"on\":\"2025-02-21\",\"cancel\":\"F-9\"}\nnonsense\n");
        assertThat(simulate("--sources-fresh")).isEqualTo(2);
        assertThat(lines()).hasSize(4);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(events + ":4: no JSON: "), line -> assertThat(line)
                                .isEqualTo(events + ": event on 2025-02-21 refused: no document has the number 'F-9'"));
    }

    @Test
    void ends_with_1_when_the_policy_cannot_be_used_and_says_why() throws IOException {
        Files.writeString(policy, POLICY.replace("termDays: 30", "termDays: 31"));
        assertThat(simulate("--sources-fresh")).isEqualTo(1);
        assertThat(lines()).isEmpty();
        assertThat(err.toString().strip())
                .isEqualTo(policy + ":8: 'termDays' is 31 (state a whole number from 1 to 30)");
    }

    @Test
    void ends_with_2_on_wrong_usage() {
        assertThat(play("--from", "2025-03-10", "--until", "2025-03-09")).isEqualTo(2);
        assertThat(err.toString()).contains("--until 2025-03-09 is before --from 2025-03-10");
        events = folder.resolve("missing.jsonl");
        assertThat(simulate()).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file " + events);
        policy = folder.resolve("missing.yaml");
        assertThat(simulate()).isEqualTo(2);
        assertThat(err.toString()).contains("there is no file " + policy);
    }

    private int simulate(String... more) {
        return play(concat(more, "--from", "2025-02-01", "--until", "2025-12-31"));
    }

    private int play(String... arguments) {
        return new CommandLine(new SimulateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(concat(arguments, "--policy", policy.toString(), "--events", events.toString()));
    }

    private static String[] concat(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }
}
