package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recoup.receivables.Cause;
import io.recoup.receivables.Entries;
import io.recoup.receivables.Ledger;
import io.recoup.testing.PostgresTest;
import io.recoup.testing.Rooms;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;

/** The command as it is typed, with the whole application behind it save web and routes, on a real database. */
class ExplainCommandTest extends PostgresTest {

    private Map<String, String> settings;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    void enter() {
        PGSimpleDataSource books = database;
        settings = Map.of(
                "recoup.database.url", books.getUrl(),
                "recoup.database.username", books.getUser(),
                "recoup.database.password", books.getPassword());
        settings.forEach(System::setProperty);
        try (var rooms = Rooms.open(dataSource, new String[] {"receivables", "outbox"})) {
            rooms.getBean(Ledger.class)
                    .enter(Entries.invoice("FV-1", "100.00"), Cause.inbox(1), LocalDate.parse("2026-02-01"));
        }
    }

    @AfterAll
    void forget() {
        settings.keySet().forEach(System::clearProperty);
    }

    @Test
    void says_in_words_why_and_what_comes_next() {
        assertThat(run("fv 1", "--on", "2026-03-05")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("Invoice FV-1: ") && line.endsWith("2 days past due"))
                .anyMatch(line -> line.startsWith("Procedure standard (policy "))
                .contains("2026-03-05: wait - level 'reminder' is due on 2026-03-06")
                .contains("  next, if unpaid: 2026-03-06 level 'reminder'");
        assertThat(jdbc.sql("SELECT count(*) FROM notice").query(Integer.class).single())
                .as("changes nothing")
                .isZero();
    }

    @Test
    void says_it_as_json_too() throws Exception {
        assertThat(run("FV-1", "--on", "2026-03-06", "--json")).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        assertThat(answer.get("decision").asText()).isEqualTo("notice");
        assertThat(answer.get("today").asText()).isEqualTo("2026-03-06");
        assertThat(answer.get("daysPastDue").asInt()).isEqualTo(3);
    }

    @Test
    void an_unknown_number_is_said_and_exits_with_1() {
        assertThat(run("FV-404", "--on", "2026-03-06")).isEqualTo(1);
        assertThat(err.toString()).contains("no invoice has the number FV-404");
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLine(new ExplainCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
