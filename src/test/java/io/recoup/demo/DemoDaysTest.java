package io.recoup.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.demo.store.DemoCalendar;
import io.recoup.testing.PostgresTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoDaysTest extends PostgresTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");

    private final List<String> log = new ArrayList<>();
    private DemoCalendar calendar;
    private String failing = "";

    @BeforeEach
    void begin() {
        jdbc.sql("TRUNCATE demo_day").update();
        log.clear();
        calendar = new DemoCalendar(jdbc);
        calendar.begin(FRIDAY, FRIDAY);
    }

    @Test
    void plays_each_business_day_once_with_its_steps_in_order() {
        DemoDays days = days();
        assertThat(days.catchUp()).isEqualTo(1);
        days.advance(4);
        assertThat(days.catchUp()).isEqualTo(2);
        assertThat(days.catchUp()).isZero();
        assertThat(log)
                .containsExactly(
                        "deliver 2026-03-06",
                        "send 2026-03-06",
                        "deliver 2026-03-09",
                        "send 2026-03-09",
                        "deliver 2026-03-10",
                        "send 2026-03-10");
    }

    @Test
    void the_date_is_the_new_day_while_its_work_is_done() {
        DemoDays days = new DemoDays(calendar, List.of(step("look", day -> calendar.current() + " for " + day)));
        days.catchUp();
        days.advance(1);
        days.catchUp();
        assertThat(log).containsExactly("2026-03-06 for 2026-03-06", "2026-03-09 for 2026-03-09");
    }

    @Test
    void a_day_that_breaks_in_the_middle_is_run_again_after_a_restart() {
        failing = "send 2026-03-09";
        DemoDays days = days();
        days.advance(1);
        assertThatThrownBy(days::catchUp).hasMessage("the mail server is away");
        assertThat(calendar.position()).isEqualTo(new DemoCalendar.Position(MONDAY, FRIDAY, MONDAY));

        failing = "";
        assertThat(days().catchUp()).isEqualTo(1);
        assertThat(log)
                .containsExactly(
                        "deliver 2026-03-06",
                        "send 2026-03-06",
                        "deliver 2026-03-09",
                        "deliver 2026-03-09",
                        "send 2026-03-09");
        assertThat(calendar.position().isCompleted()).isTrue();
    }

    @Test
    void a_day_is_never_skipped() {
        assertThatThrownBy(() -> calendar.moveTo(MONDAY)).hasMessageContaining("cannot move to 2026-03-09");
    }

    @Test
    void advancing_onto_a_weekend_means_the_next_monday() {
        assertThat(days().advance(1)).isEqualTo(MONDAY);
        assertThat(days().advance(5)).isEqualTo(LocalDate.parse("2026-03-16"));
        assertThat(days().advance(6)).isEqualTo(LocalDate.parse("2026-03-23"));
        assertThat(days().advance(4)).isEqualTo(LocalDate.parse("2026-03-27"));
    }

    @Test
    void a_restart_keeps_the_date() {
        days().catchUp();
        calendar.begin(LocalDate.parse("2030-01-01"), LocalDate.parse("2030-01-01"));
        assertThat(calendar.current()).isEqualTo(FRIDAY);
    }

    private DemoDays days() {
        return new DemoDays(
                calendar, List.of(step("deliver", day -> "deliver " + day), step("send", day -> "send " + day)));
    }

    private interface Work {
        String on(LocalDate day);
    }

    private DayStep step(String name, Work work) {
        return new DayStep() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String run(LocalDate today) {
                String line = work.on(today);
                if (line.equals(failing)) {
                    throw new IllegalStateException("the mail server is away");
                }
                log.add(line);
                return line;
            }
        };
    }
}
