package io.recoup.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.recoup.dunning.policy.PolicyFile;
import io.recoup.mail.BrokenFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Solleciti by type: a Promemoria before the scadenza, an Estratto conto after it, the last one ricorsivo. */
class SollecitiScenarioTest {

    private static final String SOLLECITI = """
            procedures:
              - name: solleciti
                levels:
                  - { name: Promemoria, days: -10, template: before-due, group: %1$s }
                  - { name: Estratto conto, days: 15, template: statement, group: %1$s }
                  - { name: Ricorsivo, days: 30, template: final, group: %1$s, repeatEveryDays: 30 }
            """;

    @TempDir
    Path folder;

    @Test
    void a_partita_due_on_1_march_2025_is_told_of_on_19_february_16_and_31_march_and_30_april() {
        assertThat(Story.company(folder, SOLLECITI.formatted("debtor"))
                        .on("2025-02-01")
                        .invoice("P-1", "C-1", "100.00")
                        .due("2025-03-01")
                        .until("2025-06-29")
                        .letters())
                .containsExactly(
                        "2025-02-19 Promemoria P-1: 100.00 EUR",
                        "2025-03-16 Estratto conto P-1: 100.00 EUR",
                        "2025-03-31 Ricorsivo P-1: 100.00 EUR",
                        "2025-04-30 Ricorsivo P-1: 100.00 EUR",
                        "2025-05-30 Ricorsivo P-1: 100.00 EUR",
                        "2025-06-29 Ricorsivo P-1: 100.00 EUR");
    }

    @Test
    void the_ricorsivo_ends_with_the_payment() {
        assertThat(Story.company(folder, SOLLECITI.formatted("debtor"))
                        .on("2025-02-01")
                        .invoice("P-1", "C-1", "100.00")
                        .due("2025-03-01")
                        .on("2025-04-30")
                        .pays("R-1", "C-1", "100.00", "P-1")
                        .until("2025-12-31")
                        .letters())
                .containsExactly(
                        "2025-02-19 Promemoria P-1: 100.00 EUR",
                        "2025-03-16 Estratto conto P-1: 100.00 EUR",
                        "2025-03-31 Ricorsivo P-1: 100.00 EUR");
    }

    @Test
    void grouped_one_mail_lists_all_partite_and_their_importo_as_a_sum() {
        assertThat(two("debtor").letters()).containsExactly("2025-03-16 Estratto conto P-1, P-2: 150.00 EUR");
    }

    @Test
    void one_mail_per_partita_still_means_one_mail_a_day() {
        assertThat(two("item").letters())
                .containsExactly(
                        "2025-03-16 Estratto conto P-1: 100.00 EUR", "2025-03-17 Estratto conto P-2: 50.00 EUR");
    }

    @Test
    void zero_days_is_the_day_of_the_scadenza() {
        assertThat(Story.company(folder, """
                        procedures:
                          - name: solleciti
                            levels:
                              - { name: Promemoria, days: 0, template: due-today }
                        """)
                        .on("2025-02-01")
                        .invoice("P-1", "C-1", "100.00")
                        .due("2025-03-01")
                        .until("2025-04-30")
                        .letters())
                .containsExactly("2025-03-01 Promemoria P-1: 100.00 EUR");
    }

    @Test
    void only_the_last_type_in_order_may_be_ricorsivo_and_no_type_stands_out_of_order() {
        assertThat(fault(SOLLECITI.formatted("debtor").replace("days: 15,", "days: 15, repeatEveryDays: 5,")))
                .contains(":13: level 'Estratto conto' repeats but is not the last (let only the last level repeat)");
        assertThat(fault(SOLLECITI.formatted("debtor").replace("days: 15,", "days: 31,")))
                .contains(":14: level 'Ricorsivo' is out of order: 30 is not later than 31");
    }

    @Test
    void the_agent_gets_a_copy_and_the_fatture_are_attached_where_their_archive_is_stated() throws Exception {
        String attached = """
                procedures:
                  - name: solleciti
                    levels:
                      - { name: Estratto conto, days: 15, template: statement, cc: [agent, finance], attach: [invoices, statement] }
                """;
        assertThat(fault(attached))
                .contains("invoices cannot be attached: it is not stated where their PDF files lie")
                .contains("state creditor.archive");
        java.nio.file.Files.createDirectory(folder.resolve("fatture"));
        Story.company(folder, "creditor:\n  archive: fatture\n" + attached);
        var wording = PolicyFile.read(folder.resolve("policy.yaml"), (template, language) -> true)
                .procedure()
                .last()
                .wording();
        assertThat(wording.ccAgent()).isTrue();
        assertThat(wording.cc()).containsExactly("finance");
        assertThat(wording.invoices() && wording.statement()).isTrue();
    }

    private Told two(String group) {
        return Story.company(folder, SOLLECITI.formatted(group))
                .on("2025-02-25")
                .invoice("P-1", "C-1", "100.00")
                .due("2025-03-01")
                .invoice("P-2", "C-1", "50.00")
                .due("2025-03-01")
                .held("C-1", "pause", "2025-03-01")
                .on("2025-03-20")
                .pays("R-1", "C-1", "150.00", "P-1", "P-2")
                .until("2025-05-31");
    }

    private String fault(String policy) {
        return catchThrowableOfType(BrokenFile.class, () -> Story.company(folder, policy))
                .problems()
                .toString();
    }
}
