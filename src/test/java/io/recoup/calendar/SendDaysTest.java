package io.recoup.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SendDaysTest {

    @Test
    void the_twentieth_and_the_last_are_the_20th_and_the_28th_of_a_short_february() {
        SendDays days = SendDays.parse(List.of("20", "last"));
        assertThat(days(days, "2025-02-01")).containsExactly("2025-02-20", "2025-02-28", "2025-03-20", "2025-03-31");
        assertThat(days(days, "2028-02-21")).startsWith("2028-02-29");
    }

    @Test
    void days_that_a_month_lacks_fall_on_its_last_day_once() {
        SendDays days = SendDays.parse(List.of("29", "30", "31"));
        assertThat(days(days, "2025-02-01")).containsExactly("2025-02-28", "2025-03-29", "2025-03-30", "2025-03-31");
        assertThat(days(days, "2025-04-01")).containsExactly("2025-04-29", "2025-04-30", "2025-05-29", "2025-05-30");
        assertThat(days(SendDays.parse(List.of("31", "last")), "2025-12-31"))
                .containsExactly("2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31");
    }

    @Test
    void a_send_day_is_its_own_next_and_the_day_after_waits_for_the_following() {
        SendDays fifth = SendDays.parse(List.of("5"));
        assertThat(fifth.nextOnOrAfter(LocalDate.parse("2026-03-05"))).isEqualTo("2026-03-05");
        assertThat(fifth.nextOnOrAfter(LocalDate.parse("2026-03-06"))).isEqualTo("2026-04-05");
        assertThat(fifth.includes(LocalDate.parse("2026-03-04"))).isFalse();
    }

    @Test
    void three_days_from_1_to_31_or_last_are_taken_and_written_back() {
        assertThat(SendDays.parse(List.of("1", "31", " last "))).hasToString("1, 31, last");
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("1", "2", "3", "4"),
                List.of("5", "5"),
                List.of("last", "last"),
                List.of("0"),
                List.of("32"),
                List.of("-1"),
                List.of("05"),
                List.of("Last"),
                List.of(""),
                List.of("first"))) {
            assertThatThrownBy(() -> SendDays.parse(wrong))
                    .as(wrong.toString())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("send day");
        }
    }

    private static List<String> days(SendDays days, String from) {
        return Stream.iterate(days.nextOnOrAfter(LocalDate.parse(from)), day -> days.nextOnOrAfter(day.plusDays(1)))
                .limit(4)
                .map(LocalDate::toString)
                .toList();
    }
}
