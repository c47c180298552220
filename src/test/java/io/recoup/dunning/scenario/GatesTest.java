package io.recoup.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.recoup.mail.BrokenFile;
import io.recoup.receivables.DebtorProfile.Contact;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold before anybody is written to: fresh sources, one procedure, a working day, what the law allows. */
class GatesTest {

    private static final String ONE = """
            procedures:
              - name: standard
                levels:
                  - { name: reminder, days: 3, template: reminder, repeatEveryDays: 2 }
            """;

    @TempDir
    Path folder;

    @Test
    void a_bank_may_be_two_business_days_old_and_not_three() {
        Told told = Story.company(folder, """
                        creditor:
                          workdays: mon-fri
                          freshness: { bank: 2, erp: off }
                        """ + ONE)
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-03")
                .on("2025-03-05")
                .invoice("X-1", "C-9", "1.00")
                .due("2025-12-31")
                .pays("R-9", "C-9", "1.00", "X-1")
                .until("2025-03-14");
        assertThat(told.why("2025-03-04", "F-1")).singleElement().asString().contains("level 'reminder' is due on");
        assertThat(told.letters())
                .as("Wednesday's bank is fresh enough on Friday; on Monday it is three business days old")
                .containsExactly("2025-03-06 reminder F-1: 100.00 EUR");
        assertThat(told.why("2025-03-10", "F-1"))
                .containsExactly("rest: bank source bank last delivered on 2025-03-05, more than 2 business days ago");
    }

    @Test
    void before_the_first_bank_statement_nobody_is_reminded() {
        assertThat(Story.company(folder, "creditor:\n  freshness: { bank: 2, erp: off }\n" + ONE)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-03")
                        .until("2025-03-31")
                        .why("2025-03-06", "F-1"))
                .containsExactly(
                        "rest: no bank statement has come in yet: nobody is reminded before the bank was looked at");
    }

    @Test
    void documents_of_a_source_that_fell_silent_are_not_reminded_of() {
        Told told = Story.company(folder, "creditor:\n  freshness: { bank: off, erp: 3 }\n" + ONE)
                .on("2025-03-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-01")
                .until("2025-03-31");
        assertThat(told.letters()).containsExactly("2025-03-04 reminder F-1: 100.00 EUR");
        assertThat(told.why("2025-03-06", "F-1"))
                .containsExactly("rest: source erp last delivered on 2025-03-01, more than 3 business days ago");
    }

    @Test
    void on_a_day_off_letters_wait_for_the_next_working_day() {
        Told told = Story.company(folder, "creditor:\n  workdays: mon-fri\n  closed: 2025-03-10\n" + ONE)
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-05")
                .until("2025-03-11");
        assertThat(told.letters()).containsExactly("2025-03-11 reminder F-1: 100.00 EUR");
        assertThat(told.why("2025-03-08", "F-1"))
                .containsExactly("wait: nothing is sent on 2025-03-08, a day off; the next working day is 2025-03-11");
    }

    @Test
    void the_gap_and_the_number_of_contacts_in_so_many_days_are_kept() {
        assertThat(Story.company(folder, ONE + "limits: { minGapDays: 3 }\n")
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-01")
                        .until("2025-03-10")
                        .letters())
                .containsExactly(
                        "2025-03-04 reminder F-1: 100.00 EUR",
                        "2025-03-07 reminder F-1: 100.00 EUR",
                        "2025-03-10 reminder F-1: 100.00 EUR");
        Told capped = Story.company(folder, ONE + "limits: { maxContacts: { count: 2, withinDays: 7 } }\n")
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-01")
                .until("2025-03-14");
        assertThat(capped.letters())
                .containsExactly(
                        "2025-03-04 reminder F-1: 100.00 EUR",
                        "2025-03-06 reminder F-1: 100.00 EUR",
                        "2025-03-11 reminder F-1: 100.00 EUR",
                        "2025-03-13 reminder F-1: 100.00 EUR");
        assertThat(capped.why("2025-03-08", "F-1"))
                .containsExactly("wait: at most 2 contacts in 7 days (policy): the next letter not before 2025-03-11");
    }

    @Test
    void fees_wait_for_so_many_free_letters_and_days_the_first_letter_and_the_referral_for_theirs() {
        assertThat(Story.company(folder, """
                        procedures:
                          - name: standard
                            levels:
                              - { name: reminder, days: 3, template: reminder, fee: 5.00 EUR }
                              - { name: final, days: 15, template: final, fee: 5.00 EUR, repeatEveryDays: 7, times: 2 }
                            referral: { afterDays: 1 }
                        limits: { minDaysBeforeFirst: 8, freeNotices: 1, feeAfterDays: 20, minDaysBeforeReferral: 60 }
                        """)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-01")
                        .until("2025-12-31")
                        .actions())
                .containsExactly(
                        "2025-03-09 reminder F-1: 100.00 EUR",
                        "2025-03-21 final F-1: 100.00 EUR",
                        "2025-03-28 final F-1: 100.00 EUR + fees 5.00",
                        "2025-03-28 fee of final F-1: 5.00 EUR",
                        "2025-04-30 referral F-1: 100.00 EUR");
    }

    @Test
    void interest_by_a_pack_whose_rates_have_run_out_is_left_out_and_a_person_is_asked() throws Exception {
        Path packs = java.nio.file.Files.createDirectory(folder.resolve("packs"));
        java.nio.file.Files.writeString(packs.resolve("rates.yaml"), """
                bank:
                  source: https://bank.example
                  knownUntil: 2025-03-05
                  rates: [{ from: 2025-01-01, percent: 2 }]
                """);
        java.nio.file.Files.writeString(packs.resolve("uk.yaml"), """
                name: uk
                title: Example
                country: GB
                debtorType: any
                sources: [https://law.example]
                validFrom: 2025-01-01
                reviewBy: 2026-01-01
                reviewed: false
                limits:
                  interest: { baseRate: bank, marginPercent: 8 }
                """);
        Told told = Story.company(
                        folder,
                        ONE.replace("template: reminder", "template: reminder, interest: pack")
                                        .replace("repeatEveryDays: 2", "repeatEveryDays: 1")
                                + "packs: [uk]\n")
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-01")
                .until("2025-03-06");
        assertThat(told.letters())
                .containsExactly(
                        "2025-03-04 reminder F-1: 100.00 EUR + interest 0.08",
                        "2025-03-05 reminder F-1: 100.00 EUR + interest 0.11",
                        "2025-03-06 reminder F-1: 100.00 EUR + interest 0.11");
        assertThat(told.actions())
                .anyMatch(action -> action.startsWith("2025-03-06 task")
                        && action.contains("interest was left out: rate table 'bank' has no rate for 2025-03-06"));
    }

    @Test
    void a_pack_says_nothing_before_its_first_day(@TempDir Path folder) throws Exception {
        Path packs = java.nio.file.Files.createDirectories(folder.resolve("packs"));
        java.nio.file.Files.writeString(packs.resolve("uk.yaml"), """
                name: uk
                title: Example
                country: GB
                debtorType: any
                sources: [https://law.example]
                validFrom: 2025-03-05
                reviewBy: 2026-01-01
                reviewed: false
                limits:
                  minGapDays: 2
                """);
        Told told = Story.company(folder, ONE.replace("repeatEveryDays: 2", "repeatEveryDays: 1") + "packs: [uk]\n")
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-02-28")
                .until("2025-03-08");
        assertThat(told.letters())
                .containsExactly(
                        "2025-03-03 reminder F-1: 100.00 EUR",
                        "2025-03-04 reminder F-1: 100.00 EUR",
                        "2025-03-06 reminder F-1: 100.00 EUR",
                        "2025-03-08 reminder F-1: 100.00 EUR");
    }

    private static final String TWO_SEGMENTS = """
            segments:
              - { name: schools, category: school }
              - { name: big, overdueAtLeast: 500.00 EUR }
              - { name: nobody at all, category: none such }
            procedures:
              - name: gentle
                segment: schools
                levels: [{ name: kind reminder, days: 10, template: reminder }]
              - name: strict
                segment: big
                levels: [{ name: strict reminder, days: 1, template: reminder }]
              - name: never
                segment: nobody at all
                levels: [{ name: never, days: 0, template: reminder }]
              - name: standard
                levels: [{ name: reminder, days: 3, template: reminder }]
            """;

    @Test
    void each_segment_has_its_procedure_and_everybody_else_the_general_one() {
        assertThat(Story.company(folder, TWO_SEGMENTS)
                        .customer("C-1", "school", List.of(), List.of(new Contact("billing", "c@c-1.example")))
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-01")
                        .invoice("F-2", "C-2", "100.00")
                        .due("2025-03-01")
                        .invoice("F-3", "C-3", "500.00")
                        .due("2025-03-01")
                        .until("2025-03-31")
                        .letters())
                .containsExactly(
                        "2025-03-02 strict reminder F-3: 500.00 EUR",
                        "2025-03-04 reminder F-2: 100.00 EUR",
                        "2025-03-11 kind reminder F-1: 100.00 EUR");
    }

    @Test
    void a_debtor_of_two_segments_with_different_procedures_is_not_written_to_and_a_person_gets_one_task() {
        Told told = Story.company(folder, TWO_SEGMENTS)
                .customer("C-1", "school", List.of(), List.of(new Contact("billing", "c@c-1.example")))
                .on("2025-02-01")
                .invoice("F-1", "C-1", "500.00")
                .due("2025-03-01")
                .until("2025-03-31");
        assertThat(told.actions())
                .containsExactly(
                        "2025-03-02 task for C-1: segments 'schools' and 'big' both match and lead to procedures"
                                + " 'gentle' and 'strict': name the debtor in one of them");
        assertThat(told.why("2025-03-20", "F-1"))
                .singleElement()
                .asString()
                .startsWith("rest: segments 'schools' and 'big'");
    }

    @Test
    void a_debtor_named_in_two_procedures_is_refused() {
        String named = TWO_SEGMENTS
                .replace("segment: schools", "debtors: [C-1, C-2]")
                .replace("segment: big", "debtors: [c-2]");
        assertThat(catchThrowableOfType(BrokenFile.class, () -> Story.company(folder, named))
                        .problems())
                .singleElement()
                .asString()
                .contains("policy.yaml:18: two procedures for debtor 'c-2': 'gentle' and 'strict'")
                .contains("name the debtor in one of them");
    }

    @Test
    void an_action_whose_letter_has_no_address_makes_a_task_too() {
        Told told = Story.company(folder, """
                        procedures:
                          - { name: nobody, levels: [] }
                        actions:
                          - { name: statement, type: debt-notice, sendDays: [20] }
                        """)
                .customer("C-1")
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-01")
                .until("2025-03-19");
        assertThat(told.actions()).isEmpty();
        assertThat(Story.company(folder, """
                        procedures:
                          - { name: nobody, levels: [] }
                        actions:
                          - { name: statement, type: debt-notice, sendDays: [20] }
                        """)
                        .customer("C-1")
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-01")
                        .until("2025-03-31")
                        .actions())
                .containsExactly("2025-03-20 task for C-1: C-1 has no usable e-mail address: find one, or call");
    }

    @Test
    void a_segment_that_matches_nobody_does_nothing_and_every_item_still_says_why() {
        Told told = Story.company(folder, """
                        segments:
                          - { name: nobody at all, category: none such }
                        procedures:
                          - { name: quiet, levels: [] }
                        actions:
                          - { name: statement, type: debt-notice, segment: nobody at all, sendDays: [20] }
                        """)
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-01")
                .until("2025-03-31");
        assertThat(told.actions()).isEmpty();
        assertThat(told.why("2025-03-20", "F-1")).containsExactly("rest: procedure 'quiet' sends nothing");
    }
}
