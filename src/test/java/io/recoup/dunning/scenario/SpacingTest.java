package io.recoup.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One level at a time, none skipped, never closer than the procedure says, whatever was late. */
class SpacingTest {

    private static final String THREE = """
            procedures:
              - name: standard
                levels:
                  - { name: a, days: 3, template: reminder }
                  - { name: b, days: 15, template: second }
                  - { name: c, days: 30, template: final }
            """;

    @TempDir
    Path folder;

    @Test
    void an_item_that_comes_late_begins_at_the_first_level_and_climbs_by_the_distance_of_the_levels() {
        assertThat(Story.company(folder, THREE)
                        .on("2025-05-20")
                        .invoice("F-1", "C-1", "10.00")
                        .due("2025-06-01")
                        .held("C-1", "pause", "2025-07-30")
                        .until("2025-12-31")
                        .letters())
                .containsExactly(
                        "2025-07-31 a F-1: 10.00 EUR", "2025-08-12 b F-1: 10.00 EUR", "2025-08-27 c F-1: 10.00 EUR");
    }

    @Test
    void an_outage_of_1_to_60_days_neither_loses_a_level_nor_ends_in_a_burst() {
        LocalDate stillOn = LocalDate.parse("2025-03-03");
        for (int outage = 1; outage <= 60; outage++) {
            LocalDate again = stillOn.plusDays(outage + 1);
            List<String> letters = Story.company(folder, THREE)
                    .on("2025-02-01")
                    .invoice("F-1", "C-1", "10.00")
                    .due("2025-03-01")
                    .invoice("F-2", "C-1", "20.00")
                    .due("2025-03-11")
                    .until("2025-09-30", stillOn.toString(), again.toString())
                    .letters();
            assertThat(letters).as("outage of %s days", outage).hasSizeBetween(3, 6);
            for (String number : List.of("F-1", "F-2")) {
                List<LocalDate> days = letters.stream()
                        .filter(letter -> letter.contains(number))
                        .map(letter -> LocalDate.parse(letter.substring(0, 10)))
                        .toList();
                assertThat(days)
                        .as("outage of %s days, %s in %s", outage, number, letters)
                        .hasSize(3);
                assertThat(days.get(1)).isAfterOrEqualTo(days.get(0).plusDays(12));
                assertThat(days.get(2)).isAfterOrEqualTo(days.get(1).plusDays(15));
            }
            assertThat(letters.stream().map(letter -> letter.substring(0, 10)).distinct())
                    .as("one letter a day")
                    .hasSameSizeAs(letters);
        }
    }

    @Test
    void a_letter_that_did_not_arrive_is_sent_again_and_the_next_keeps_its_distance_from_it() {
        assertThat(Story.company(folder, THREE)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "10.00")
                        .due("2025-03-01")
                        .on("2025-03-04")
                        .mailFails("C-1", false)
                        .on("2025-03-05")
                        .mailFails("C-1", false)
                        .until("2025-03-31")
                        .letters())
                .containsExactly(
                        "2025-03-04 a F-1: 10.00 EUR",
                        "2025-03-05 a F-1: 10.00 EUR",
                        "2025-03-06 a F-1: 10.00 EUR",
                        "2025-03-18 b F-1: 10.00 EUR");
    }

    @Test
    void an_address_that_does_not_exist_ends_the_letters_and_makes_a_task() {
        assertThat(Story.company(folder, THREE)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "10.00")
                        .due("2025-03-01")
                        .on("2025-03-04")
                        .mailFails("C-1", true)
                        .until("2025-06-30")
                        .actions())
                .containsExactly(
                        "2025-03-04 a F-1: 10.00 EUR",
                        "2025-03-05 task for C-1: C-1 has no usable e-mail address: find one, or call");
    }

    @Test
    void a_letter_that_a_person_must_approve_leaves_on_the_day_of_the_approval_and_not_before() {
        Told told = Story.company(folder, THREE.replace("days: 3,", "days: 3, approve: person,"))
                .on("2025-02-01")
                .invoice("F-1", "C-1", "10.00")
                .due("2025-03-01")
                .on("2025-03-08")
                .approved("C-1")
                .until("2025-03-19");
        assertThat(told.letters()).containsExactly("2025-03-08 a F-1: 10.00 EUR");
        assertThat(told.why("2025-03-07", "F-1"))
                .containsExactly("wait: the letter of level 'a' of 2025-03-07 waits for a person");
    }

    @Test
    void a_level_on_send_days_falls_on_the_20th_and_the_last_day_of_february_in_2024_and_in_2025() {
        String sendDays = """
                procedures:
                  - name: standard
                    levels:
                      - { name: statement, sendDays: [20, last], template: statement, repeatEveryDays: 1 }
                """;
        assertThat(Story.company(folder, sendDays)
                        .on("2024-01-31")
                        .invoice("F-1", "C-1", "10.00")
                        .due("2024-02-19")
                        .until("2024-03-20")
                        .letters())
                .containsExactly(
                        "2024-02-20 statement F-1: 10.00 EUR",
                        "2024-02-29 statement F-1: 10.00 EUR",
                        "2024-03-20 statement F-1: 10.00 EUR");
        assertThat(Story.company(folder, sendDays)
                        .on("2025-01-31")
                        .invoice("F-1", "C-1", "10.00")
                        .due("2025-02-20")
                        .until("2025-03-19")
                        .letters())
                .as("due on the 20th: not overdue that day")
                .containsExactly("2025-02-28 statement F-1: 10.00 EUR");
    }

    @Test
    void blocked_through_a_day_means_through_that_day() {
        assertThat(Story.company(folder, THREE)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "10.00")
                        .due("2025-03-01")
                        .held("C-1", "pause", "2025-03-04")
                        .until("2025-03-10")
                        .letters())
                .containsExactly("2025-03-05 a F-1: 10.00 EUR");
    }

    @Test
    void an_instalment_is_reminded_of_by_itself_as_soon_as_it_is_overdue() {
        assertThat(Story.company(folder, THREE)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "300.00")
                        .instalment(1, "2025-03-01", "100.00")
                        .instalment(2, "2025-04-01", "200.00")
                        .end()
                        .until("2025-03-31")
                        .letters())
                .containsExactly(
                        "2025-03-04 a F-1: 100.00 EUR", "2025-03-16 b F-1: 100.00 EUR", "2025-03-31 c F-1: 100.00 EUR");
    }
}
