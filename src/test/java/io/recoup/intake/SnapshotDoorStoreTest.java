package io.recoup.intake;

import static io.recoup.intake.Invoices.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.PostgresTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotDoorStoreTest extends PostgresTest {

    private static int round;

    private Doors doors;

    @BeforeAll
    void open() {
        doors = new Doors(dataSource, Path.of("routes"));
    }

    /** Four open documents. */
    @BeforeEach
    void enter() {
        round++;
        doors.accept("snapshot", snapshot(1, "\"none\""), Map.of("allowMany", "true"));
        doors.invoices(json(n(1)) + "\n" + json(n(2)) + "\n" + json(n(3)) + "\n" + json(n(4)));
    }

    @Test
    void settles_what_the_source_does_not_name_any_more() {
        DoorReport report = accept(2, id(1) + "," + id(2));

        assertThat(report).matches(r -> r.applied() == 1 && r.isClean());
        assertThat(doors.item(n(1)).isSettled()).isFalse();
        assertThat(doors.item(n(3)).isSettled()).isTrue();
    }

    @Test
    void one_that_settles_more_than_half_waits_for_a_person_who_replays_it() {
        DoorReport report = accept(1, id(1));

        assertThat(report).matches(r -> r.applied() == 0 && r.quarantined() == 1);
        Quarantine.Row held = doors.lastHeld();
        assertThat(held.reason()).contains("would settle 3 of the 4 open documents of erp");
        assertThat(doors.item(n(4)).isSettled()).isFalse();
        assertThat(doors.quarantine().replayAll("nightly").taken()).isZero();

        assertThat(doors.quarantine().replay(held.id(), "maria")).isTrue();
        assertThat(doors.item(n(4)).isSettled()).isTrue();
        assertThat(doors.item(n(1)).isSettled()).isFalse();
    }

    @Test
    void one_that_is_empty_cut_short_or_not_what_it_says_settles_nothing() {
        assertThat(accept(0, "").quarantined()).isEqualTo(1);
        assertThat(accept(3, id(1) + "," + id(2)).quarantined()).isEqualTo(1);
        assertThat(doors.lastHeld().reason()).contains("count is 3, but the list has 2 ids");
        String whole = snapshot(4, id(1) + "," + id(2) + "," + id(3) + "," + id(4));
        for (int cut = whole.length() - 1; cut > 0; cut -= 11) {
            assertThat(doors.accept("snapshot", whole.substring(0, cut), Map.of("try", "" + round))
                            .applied())
                    .isZero();
        }
        assertThat(doors.accept("snapshot", whole.replace("\"erp\"", "\"crm\""), Map.of())
                        .quarantined())
                .isEqualTo(1);
        for (int i = 1; i <= 4; i++) {
            assertThat(doors.item(n(i)).isSettled()).isFalse();
        }
    }

    private DoorReport accept(int count, String ids) {
        return doors.accept("snapshot", snapshot(count, ids), Map.of());
    }

    private static String snapshot(int count, String ids) {
        return "{\"source\":\"erp\",\"sourceIds\":[" + ids + "],\"count\":" + count + "}" + " ".repeat(round);
    }

    private static String n(int number) {
        return "S" + round + "-" + number;
    }

    private static String id(int number) {
        return "\"id-" + n(number) + "\"";
    }
}
