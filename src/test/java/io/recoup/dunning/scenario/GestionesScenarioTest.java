package io.recoup.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.Debts;
import io.recoup.dunning.plan.DunningHistory;
import io.recoup.dunning.plan.SegmentFilter;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.PolicyFile;
import io.recoup.dunning.policy.Segment;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company whose explorador de clientes filters debt older than x days, no action taken yet, not called. */
class GestionesScenarioTest {

    private static final String EXPLORER = """
            segments:
              - { name: older than 30 days, daysPastDue: 30+ }
              - { name: 30 to 60 days, daysPastDue: 30-60 }
              - { name: old and no action, daysPastDue: 30+, noActionYet: true }
              - { name: not called, inDebt: true, notCalledForDays: 14 }
            """;

    private static final String NOBODY = """
            procedures:
              - { name: nobody, levels: [] }
            """;

    @TempDir
    Path folder;

    @Test
    void debt_older_than_x_days_begins_on_that_day_and_not_a_day_sooner() {
        assertThat(isIn("older than 30 days", DunningHistory.NONE, "2025-03-30"))
                .isFalse();
        assertThat(isIn("older than 30 days", DunningHistory.NONE, "2025-03-31"))
                .isTrue();
        assertThat(isIn("30 to 60 days", DunningHistory.NONE, "2025-04-30")).isTrue();
        assertThat(isIn("30 to 60 days", DunningHistory.NONE, "2025-05-01")).isFalse();
    }

    @Test
    void no_action_yet_ends_with_the_first_letter_or_registro_since_the_debt_was_issued() {
        assertThat(isIn("old and no action", DunningHistory.NONE, "2025-04-10")).isTrue();
        assertThat(isIn("old and no action", told("2025-03-20", null), "2025-04-10"))
                .isFalse();
        assertThat(isIn("old and no action", told(null, "2025-03-20"), "2025-04-10"))
                .isFalse();
        assertThat(isIn("old and no action", told("2025-01-29", "2025-01-29"), "2025-04-10"))
                .as("issued on 30 January: what was done before was about something else")
                .isTrue();
        assertThat(isIn("old and no action", told("2025-01-30", null), "2025-04-10"))
                .isFalse();
    }

    @Test
    void a_customer_called_leaves_the_not_called_list_for_that_many_days() {
        assertThat(isIn("not called", told(null, "2025-04-01"), "2025-04-14")).isFalse();
        assertThat(isIn("not called", told(null, "2025-04-01"), "2025-04-15")).isTrue();
        assertThat(isIn("not called", DunningHistory.NONE, "2025-04-15")).isTrue();
    }

    @Test
    void old_debt_without_action_becomes_a_task_and_a_mass_mailing_as_global_action() {
        Told told = Story.company(folder, EXPLORER + NOBODY + """
                        actions:
                          - name: correo masivo
                            type: debt-notice
                            segment: old and no action
                            sendDays: [10]
                          - name: llamar
                            type: task
                            segment: older than 30 days
                            sendDays: [11]
                            task: Llamar y registrar
                        """)
                .on("2025-01-30")
                .invoice("A-1", "C-1", "100.00")
                .due("2025-03-01")
                .invoice("A-2", "C-2", "100.00")
                .due("2025-03-13")
                .until("2025-05-10");
        assertThat(told.actions())
                .as("C-2 comes of age on 12 April: after both days, so it waits for those of May")
                .containsExactly(
                        "2025-04-10 correo masivo A-1: 100.00 EUR",
                        "2025-04-11 task for C-1: Llamar y registrar",
                        "2025-05-10 correo masivo A-2: 100.00 EUR");
    }

    @Test
    void the_customer_of_a_receipt_with_a_total_only_keeps_it_unapplied_and_is_not_reminded_of_what_it_covers() {
        Story story = Story.company(folder, """
                procedures:
                  - name: standard
                    levels:
                      - { name: reminder, days: 5, template: reminder }
                """);
        Told told = story.on("2025-01-30")
                .invoice("A-1", "C-1", "100.00")
                .due("2025-03-01")
                .invoice("A-2", "C-1", "50.00")
                .due("2025-03-02")
                .on("2025-03-03")
                .pays("R-1", "C-1", "120.00")
                .until("2025-03-31");
        assertThat(told.letters()).containsExactly("2025-03-07 reminder A-2: 50.00 EUR");
        assertThat(told.why("2025-03-07", "A-1"))
                .containsExactly("rest: covered by credit notes or unapplied money of the debtor");
    }

    /** The debtor of 100 issued on 30 January and due on 1 March. */
    private boolean isIn(String segment, DunningHistory history, String on) {
        Situation situation = Situation.of(Debts.account(Debts.due(1, "2025-03-01", "100.00")), history);
        Segment known = policy().segment(segment).orElseThrow();
        return SegmentFilter.matches(known, situation, LocalDate.parse(on));
    }

    private Policy policy() {
        Story.company(folder, EXPLORER + NOBODY);
        return PolicyFile.read(folder.resolve("policy.yaml"), (template, language) -> true);
    }

    private static DunningHistory told(String letterOn, String calledOn) {
        return new DunningHistory(
                List.of(),
                letterOn == null ? List.of() : List.of(LocalDate.parse(letterOn)),
                null,
                Map.of(),
                Map.of(),
                calledOn == null ? null : LocalDate.parse(calledOn),
                List.of());
    }
}
