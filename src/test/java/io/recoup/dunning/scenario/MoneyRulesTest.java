package io.recoup.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a letter asks for: what is open, less what credits cover, above what is tolerated, fees and interest beside. */
class MoneyRulesTest {

    private static final String ONE = """
            procedures:
              - name: standard
                levels:
                  - { name: reminder, days: 3, template: reminder }
            """;

    @TempDir
    Path folder;

    @Test
    void a_receipt_of_120_on_100_and_50_settles_the_100_and_20_of_the_50_oldest_first() {
        assertThat(hundredAndFifty(ONE)
                        .on("2025-03-02")
                        .pays("R-1", "C-1", "120.00", "F-2", "F-1")
                        .until("2025-03-31")
                        .letters())
                .containsExactly("2025-03-05 reminder F-2: 30.00 EUR");
    }

    @Test
    void by_items_credit_covers_the_oldest_whole_ones_and_not_those_it_would_cover_in_part() {
        assertThat(hundredAndFifty(ONE)
                        .creditNoteTo("C-1", "G-1", "99.99")
                        .until("2025-03-31")
                        .letters())
                .as("99.99 does not reach for the 100, but for the 50")
                .containsExactly("2025-03-04 reminder F-1: 100.00 EUR");
        assertThat(hundredAndFifty(ONE)
                        .creditNoteTo("C-1", "G-1", "100.00")
                        .until("2025-03-31")
                        .letters())
                .containsExactly("2025-03-05 reminder F-2: 50.00 EUR");
    }

    @Test
    void by_total_credit_of_the_whole_debt_silences_it_and_a_cent_less_is_deducted() {
        String total = "creditor:\n  netting: total\n" + ONE;
        assertThat(hundredAndFifty(total)
                        .creditNoteTo("C-1", "G-1", "150.00")
                        .until("2025-03-31")
                        .letters())
                .isEmpty();
        assertThat(hundredAndFifty(total)
                        .creditNoteTo("C-1", "G-1", "99.99")
                        .until("2025-03-04")
                        .letters())
                .containsExactly("2025-03-04 reminder F-1: 100.00 EUR");
    }

    @Test
    void by_total_no_letter_asks_for_nothing_though_the_credit_is_less_than_the_whole_debt() {
        Told told = hundredAndFifty("creditor:\n  netting: total\n" + ONE)
                .creditNoteTo("C-1", "G-1", "100.00")
                .until("2025-03-05");
        assertThat(told.letters()).containsExactly("2025-03-05 reminder F-1, F-2: 150.00 EUR");
        assertThat(told.why("2025-03-04", "F-1"))
                .containsExactly("rest: covered by credit notes or unapplied money of the debtor");
    }

    @Test
    void up_to_the_tolerance_an_item_is_left_alone_and_a_cent_above_it_is_not() {
        String tolerant = "creditor:\n  tolerance: 5.00 EUR\n" + ONE;
        Told told = Story.company(folder, tolerant)
                .on("2025-02-01")
                .invoice("F-1", "C-1", "5.00")
                .due("2025-03-01")
                .invoice("F-2", "C-2", "5.01")
                .due("2025-03-01")
                .until("2025-03-31");
        assertThat(told.letters()).containsExactly("2025-03-04 reminder F-2: 5.01 EUR");
        assertThat(told.why("2025-03-04", "F-1"))
                .containsExactly("rest: only 5.00 EUR open: up to 5.00 EUR is left alone");
    }

    @Test
    void below_the_level_s_minimum_items_wait_for_each_other() {
        String atLeast = ONE.replace("template: reminder", "template: reminder, minimum: 150.00 EUR");
        Told told = hundredAndFifty(atLeast).until("2025-03-31");
        assertThat(told.letters()).containsExactly("2025-03-05 reminder F-1, F-2: 150.00 EUR");
        assertThat(told.why("2025-03-04", "F-1"))
                .containsExactly("wait: less is owed than level 'reminder' asks for (150.00 EUR)");
        assertThat(hundredAndFifty(atLeast.replace("150.00", "150.01"))
                        .until("2025-03-31")
                        .letters())
                .isEmpty();
    }

    @Test
    void the_minimum_holds_for_each_letter_where_each_item_has_its_own() {
        Told told = hundredAndFifty(
                        ONE.replace("template: reminder", "template: reminder, group: item, minimum: 50.01 EUR"))
                .until("2025-03-31");
        assertThat(told.letters()).containsExactly("2025-03-04 reminder F-1: 100.00 EUR");
        assertThat(told.why("2025-03-31", "F-2"))
                .containsExactly("wait: less is owed than level 'reminder' asks for (50.01 EUR)");
    }

    @Test
    void interest_on_100_at_10_percent_for_15_days_is_41_cents_and_goes_on_from_there() {
        assertThat(Story.company(folder, """
                        procedures:
                          - name: standard
                            levels:
                              - { name: final, days: 15, template: final, interest: 10 %, repeatEveryDays: 15, times: 2 }
                        """)
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-01")
                        .until("2025-12-31")
                        .actions())
                .containsExactly(
                        "2025-03-16 final F-1: 100.00 EUR + interest 0.41",
                        "2025-03-16 interest of final F-1: 0.41 EUR",
                        "2025-03-31 final F-1: 100.00 EUR + interest 0.82",
                        "2025-03-31 interest of final F-1: 0.41 EUR");
    }

    @Test
    void a_fee_is_asked_for_again_with_the_documents_until_paid_and_never_by_itself() {
        assertThat(Story.company(
                                folder,
                                ONE.replace("template: reminder", "template: reminder, fee: 2 %, repeatEveryDays: 10"))
                        .on("2025-02-01")
                        .invoice("F-1", "C-1", "100.00")
                        .due("2025-03-01")
                        .on("2025-03-20")
                        .pays("R-1", "C-1", "100.00", "F-1")
                        .until("2025-12-31")
                        .letters())
                .containsExactly(
                        "2025-03-04 reminder F-1: 100.00 EUR + fees 2.00",
                        "2025-03-14 reminder F-1: 100.00 EUR + fees 4.00");
    }

    private Story hundredAndFifty(String policy) {
        return Story.company(folder, policy)
                .on("2025-02-01")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-03-01")
                .invoice("F-2", "C-1", "50.00")
                .due("2025-03-02");
    }
}
