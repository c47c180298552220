package io.recoup.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.dunning.policy.PolicyFile;
import io.recoup.receivables.DebtorProfile.Contact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company that configures its cobranza: from when it collects, by which term, which recordatorios are switched on. */
class RecordatoriosScenarioTest {

    private static final String ALL_FIVE = """
            procedures:
              - name: cobranza
                levels:
                  - { kind: issued, active: true }
                  - { kind: coming-due, active: true }
                  - { kind: due-today, active: true }
                  - { kind: overdue, active: true }
                  - { kind: summary, active: true, repeatEveryDays: 28 }
            """;

    @TempDir
    Path folder;

    @Test
    void five_recordatorios_one_after_the_other_and_the_summary_on_the_last_day_of_each_month() {
        assertThat(collecting("past: 2025-01-01, issued: 2025-01-01")
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-03")
                        .until("2025-05-31")
                        .letters())
                .containsExactly(
                        "2025-02-01 issued F-1: 100.00 EUR",
                        "2025-02-28 coming-due F-1: 100.00 EUR",
                        "2025-03-03 due-today F-1: 100.00 EUR",
                        "2025-03-06 overdue F-1: 100.00 EUR",
                        "2025-03-31 summary F-1: 100.00 EUR",
                        "2025-04-30 summary F-1: 100.00 EUR",
                        "2025-05-31 summary F-1: 100.00 EUR");
    }

    @Test
    void all_five_are_off_until_switched_on() {
        Told told = Story.company(folder, ALL_FIVE.replace("active: true", "active: false"))
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-03")
                .until("2025-06-30");
        assertThat(told.actions()).isEmpty();
        assertThat(told.why("2025-03-31", "F-1")).containsExactly("rest: procedure 'cobranza' sends nothing");
        assertThat(Story.company(folder, ALL_FIVE.replace(", active: true", ""))
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-03")
                        .until("2025-06-30")
                        .actions())
                .isEmpty();
    }

    @Test
    void one_that_repeats_may_stand_before_others_that_are_off() {
        assertThat(Story.company(folder, """
                        procedures:
                          - name: cobranza
                            levels:
                              - { kind: overdue, active: true, repeatEveryDays: 7, times: 2 }
                              - { kind: summary }
                        """)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-03")
                        .until("2025-06-30")
                        .letters())
                .containsExactly("2025-03-06 overdue F-1: 100.00 EUR", "2025-03-13 overdue F-1: 100.00 EUR");
    }

    @Test
    void past_invoices_are_collected_from_the_due_date_stated_and_not_a_day_before() {
        Told told = collecting("past: 2025-03-01, issued: 2025-01-01")
                .on("2025-02-20")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-02-28")
                .invoice("F-2", "C-2", "100.00")
                .due("2025-03-01")
                .until("2025-03-10");
        assertThat(told.letters())
                .containsExactly(
                        "2025-02-20 issued F-2: 100.00 EUR",
                        "2025-02-26 coming-due F-2: 100.00 EUR",
                        "2025-03-01 due-today F-2: 100.00 EUR",
                        "2025-03-04 overdue F-2: 100.00 EUR");
        assertThat(told.why("2025-03-10", "F-1")).containsExactly("rest: due before 2025-03-01, when collection began");
    }

    @Test
    void the_issue_is_told_only_of_documents_issued_since_the_start_for_new_invoices_and_the_rest_goes_on_in_time() {
        assertThat(collecting("issued: 2025-02-02")
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-03")
                        .on("2025-02-02")
                        .invoice("F-2", "C-2", "100.00")
                        .due("2025-03-04")
                        .until("2025-03-03")
                        .letters())
                .containsExactly(
                        "2025-02-02 issued F-2: 100.00 EUR",
                        "2025-02-28 coming-due F-1: 100.00 EUR",
                        "2025-03-01 coming-due F-2: 100.00 EUR",
                        "2025-03-03 due-today F-1: 100.00 EUR");
    }

    @Test
    void a_customer_for_whom_collection_is_not_active_hears_nothing_and_the_reason_is_told() {
        Told told = collecting("issued: 2025-01-01")
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-03")
                .held("C-1", "collection_off", null)
                .on("2025-03-10")
                .released("C-1")
                .until("2025-03-12");
        assertThat(told.letters()).containsExactly("2025-03-10 overdue F-1: 100.00 EUR");
        assertThat(told.why("2025-03-09", "F-1")).containsExactly("rest: held (collection off) until released");
    }

    @Test
    void a_mail_that_fails_is_tried_again_and_uses_up_neither_the_recordatorio_nor_its_fee() {
        assertThat(Story.company(folder, """
                        procedures:
                          - name: cobranza
                            levels:
                              - { name: overdue, days: 3, template: reminder, fee: 5.00 EUR }
                              - { name: final, days: 10, template: final }
                        """)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-03")
                        .on("2025-03-06")
                        .mailFails("C-1", false)
                        .until("2025-03-31")
                        .actions())
                .containsExactly(
                        "2025-03-06 overdue F-1: 100.00 EUR + fees 5.00",
                        "2025-03-06 fee of overdue F-1: 5.00 EUR",
                        "2025-03-07 overdue F-1: 100.00 EUR + fees 5.00",
                        "2025-03-07 fee of overdue F-1: 5.00 EUR",
                        "2025-03-14 final F-1: 100.00 EUR + fees 5.00");
    }

    @Test
    void a_recordatorio_goes_to_the_kinds_of_contact_it_names_and_without_one_a_person_gets_a_task() {
        Story story = Story.company(folder, """
                procedures:
                  - name: cobranza
                    levels:
                      - { name: overdue, days: 3, template: reminder, to: [finance, manager] }
                """);
        Told told = story.customer("C-1", null, List.of(), List.of(new Contact("sales", "s@c-1.example")))
                .customer("C-2", null, List.of(), List.of(new Contact("manager", "m@c-2.example")))
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-03")
                .invoice("F-2", "C-2", "100.00")
                .due("2025-03-03")
                .until("2025-03-31");
        assertThat(told.actions())
                .containsExactly(
                        "2025-03-06 task for C-1: C-1 has no usable e-mail address: find one, or call",
                        "2025-03-06 overdue F-2: 100.00 EUR");
        assertThat(told.why("2025-03-07", "F-1"))
                .containsExactly("rest: no usable e-mail address: add a contact to the debtor");
    }

    @Test
    void branding_company_data_payment_instructions_and_several_reply_addresses_are_configured() throws IOException {
        Story.company(folder, """
                creditor:
                  name: Viña Clara SpA
                  taxId: RUT 76.123.456-7
                  address: Av. Providencia 1
                  phone: +56 2 2345 6789
                  website: www.vinaclara.example
                  accent: "#336699"
                  payment: |
                    Banco de Chile
                    Cuenta corriente 123-4
                  replyTo: pagos@vinaclara.example, cobranza@vinaclara.example
                procedures:
                  - { name: nobody, levels: [] }
                """);
        var letterhead = PolicyFile.read(folder.resolve("policy.yaml"), (template, language) -> true)
                .letterhead();
        assertThat(letterhead.replyTo()).containsExactly("pagos@vinaclara.example", "cobranza@vinaclara.example");
        assertThat(letterhead.toString())
                .contains("Banco de Chile", "Cuenta corriente 123-4", "+56 2 2345 6789", "www.vinaclara.example");
    }

    private Story collecting(String since) {
        return Story.company(folder, "creditor:\n  collection: { " + since + " }\n" + ALL_FIVE);
    }
}
