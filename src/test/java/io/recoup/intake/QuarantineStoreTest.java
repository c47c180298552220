package io.recoup.intake;

import static io.recoup.intake.Invoices.json;
import static io.recoup.intake.Invoices.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.recoup.testing.PostgresTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineStoreTest extends PostgresTest {

    @TempDir
    static Path routes;

    private Doors doors;

    @BeforeAll
    void open() throws IOException {
        Files.createDirectories(routes.resolve("maps"));
        doors = new Doors(dataSource, routes);
    }

    @Test
    void the_contracts_that_recoup_came_with_hold_where_the_routes_folder_has_none() {
        assertThat(doors.invoices(json("A-1")).applied()).isEqualTo(1);
    }

    @Test
    void a_record_is_taken_once_the_map_is_repaired() throws IOException {
        Path map = routes.resolve("maps/shop.jq");
        Files.writeString(map, ".total = .amount");
        String record = Invoices.node("B-1").put("amount", "12.00").toString();
        assertThat(doors.accept("invoices", record, Map.of("map", "shop.jq")).quarantined())
                .isEqualTo(1);
        Quarantine.Row held = doors.lastHeld();
        assertThat(held.reason()).contains("amount is not a field of invoice/1");

        Files.writeString(map, ".total = .amount | del(.amount)");
        assertThat(doors.quarantine().replay(held.id(), "maria")).isTrue();

        assertThat(doors.item("B-1").original().toDecimal()).isEqualTo("12.00");
        Quarantine.Row resolved = doors.quarantine().row(held.id()).orElseThrow();
        assertThat(resolved.state()).isEqualTo("replayed");
        assertThat(resolved.resolvedBy()).isEqualTo("maria");
        assertThat(resolved.attempts()).isEqualTo(2);
        assertThat(doors.inbox().latest(1).get(0)).matches(e -> e.applied() == 1 && e.quarantined() == 0);
        assertThatThrownBy(() -> doors.quarantine().replay(held.id(), "maria")).hasMessageContaining("no open");
    }

    @Test
    void a_record_that_is_still_wrong_stays_with_its_new_reason() throws IOException {
        Path map = routes.resolve("maps/slow.jq");
        Files.writeString(map, ".colour = 1");
        doors.accept("invoices", json("C-1"), Map.of("map", "slow.jq"));
        Quarantine.Row held = doors.lastHeld();

        Files.writeString(map, "del(.number)");
        assertThat(doors.quarantine().replay(held.id(), "maria")).isFalse();

        Quarantine.Row after = doors.quarantine().row(held.id()).orElseThrow();
        assertThat(after.reason()).isEqualTo("number is missing");
        assertThat(after.state()).isEqualTo("open");
        assertThat(after.attempts()).isEqualTo(2);
    }

    @Test
    void a_dismissal_needs_a_reason_and_stays_dismissed() {
        doors.invoices(with("D-1", "total", "-1.00"));
        Quarantine.Row held = doors.lastHeld();
        assertThatThrownBy(() -> doors.quarantine().dismiss(held.id(), "maria", " "))
                .hasMessageContaining("why");

        doors.quarantine().dismiss(held.id(), "maria", "the ERP sent it by mistake");

        assertThat(doors.quarantine().row(held.id()).orElseThrow().note()).contains("by mistake");
        DoorReport again = doors.quarantine().replayInbox(held.inbox(), "maria");
        assertThat(again.quarantined()).isEqualTo(1);
        assertThat(doors.quarantine().row(held.id()).orElseThrow().state()).isEqualTo("dismissed");
    }

    @Test
    void all_open_records_can_be_tried_again_at_once() throws IOException {
        Path map = routes.resolve("maps/all.jq");
        Files.writeString(map, ".colour = 1");
        doors.accept("invoices", json("E-1") + "\n" + json("E-2"), Map.of("map", "all.jq"));
        Files.writeString(map, ".");

        Quarantine.Replayed replayed = doors.quarantine().replayAll("maria");

        assertThat(replayed.taken()).isEqualTo(2);
        assertThat(doors.items("E-1")).hasSize(1);
        assertThat(doors.items("E-2")).hasSize(1);
        assertThat(doors.quarantine().countOpen()).isEqualTo(replayed.left());
    }

    @Test
    void a_delivery_that_nobody_finished_is_read_by_recovery() {
        doors.invoices(json("F-1") + "\n" + with("F-2", "colour", "red"));
        jdbc.sql("UPDATE inbox SET state = 'stored', applied = 0, records = 0, quarantined = 0"
                        + " WHERE id = (SELECT max(id) FROM inbox)")
                .update();

        assertThat(doors.inbox().recoverStored()).isEqualTo(1);

        assertThat(doors.inbox().latest(1).get(0))
                .matches(e -> e.state().equals("applied") && e.unchanged() == 1 && e.quarantined() == 1);
        assertThat(doors.inbox().recoverStored()).isZero();
    }

    @Test
    void the_same_bytes_are_read_when_the_first_time_ended_in_the_middle() {
        doors.invoices(json("G-1"));
        jdbc.sql("UPDATE inbox SET state = 'stored' WHERE id = (SELECT max(id) FROM inbox)")
                .update();

        assertThat(doors.invoices(json("G-1"))).matches(r -> r.unchanged() == 1 && r.isClean());

        assertThat(doors.inbox().latest(1))
                .extracting(Inbox.Entry::state, Inbox.Entry::repeats)
                .containsExactly(tuple("applied", 1));
        assertThat(doors.inbox().recoverStored()).isZero();
    }

    @Test
    void a_map_that_does_not_end_costs_its_record_and_no_more() throws IOException {
        Files.writeString(routes.resolve("maps/endless.jq"), "[range(1; 1e12)] | length");
        Files.writeString(routes.resolve("maps/deep.jq"), "def f: f; f");
        Files.writeString(routes.resolve("maps/caught.jq"), "try ([range(1; 1e12)] | length) catch .");
        Files.writeString(routes.resolve("maps/env.jq"), ".number = env.PATH");
        Files.writeString(routes.resolve("maps/broken.jq"), ". |\n\n | bad(");

        assertThat(held("endless.jq")).contains("does not come to an end");
        assertThat(held("caught.jq")).contains("does not come to an end");
        assertThat(held("deep.jq")).contains("calls itself without end");
        assertThat(held("env.jq")).contains("env");
        assertThat(held("broken.jq")).contains("map broken.jq:3 is no jq program");
    }

    private String held(String map) {
        doors.accept("invoices", json(map), Map.of("map", map));
        return doors.lastHeld().reason();
    }
}
