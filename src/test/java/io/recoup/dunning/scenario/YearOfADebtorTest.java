package io.recoup.dunning.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One year of one debtor, from its first invoice to the agency. */
class YearOfADebtorTest {

    private static final String POLICY = """
            procedures:
              - name: standard
                minimumGapDays: 2
                levels:
                  - { name: coming due, days: -3, template: before-due }
                  - { name: reminder, days: 3, template: reminder }
                  - { name: second reminder, days: 15, template: second, fee: 5.00 EUR }
                  - { name: final notice, days: 30, template: final, interest: 10 %, repeatEveryDays: 15, times: 2 }
                afterReversal: { coolDownDays: 7, backTo: reminder }
                referral: { afterDays: 10 }
            """;

    @TempDir
    Path folder;

    @Test
    void from_the_first_invoice_to_the_referral() {
        Told year = Story.company(folder, POLICY)
                // January: paid in two parts, the second after a reminder
                .on("2025-01-02")
                .invoice("F-1", "C-1", "100.00")
                .due("2025-02-01")
                .on("2025-02-02")
                .pays("R-1", "C-1", "40.00", "F-1")
                .on("2025-02-10")
                .pays("R-2", "C-1", "60.00", "F-1")
                // February: a credit note lowers what is asked for, a dispute stops it
                .on("2025-02-20")
                .invoice("F-2", "C-1", "200.00")
                .due("2025-03-22")
                .on("2025-03-20")
                .creditNote("G-2", "F-2", "50.00")
                .on("2025-03-26")
                .disputes("F-2", "sacks torn")
                .on("2025-04-10")
                .released("C-1", "F-2")
                // a promise, kept in part, broken in part
                .on("2025-04-12")
                .promises("F-2", "2025-04-20")
                .on("2025-04-20")
                .pays("R-3", "C-1", "30.00", "F-2")
                .on("2025-04-26")
                .pays("R-4", "C-1", "125.00", "F-2", "FEE-C-1-2025-04-10-EUR")
                // the bank takes the last payment back in May
                .on("2025-05-05")
                .takesBack("R-4")
                .until("2025-08-31");
        assertThat(year.refused()).isEmpty();
        assertThat(year.actions())
                .containsExactly(
                        "2025-01-29 coming due F-1: 100.00 EUR",
                        "2025-02-04 reminder F-1: 60.00 EUR",
                        "2025-02-10 reset: nothing is owed any more: what comes next begins at the first level",
                        "2025-03-19 coming due F-2: 200.00 EUR",
                        "2025-03-25 reminder F-2: 150.00 EUR",
                        "2025-04-10 second reminder F-2: 150.00 EUR + fees 5.00",
                        "2025-04-10 fee of second reminder F-2: 5.00 EUR",
                        "2025-04-25 final notice F-2: 120.00 EUR + fees 5.00 + interest 1.12",
                        "2025-04-25 interest of final notice F-2: 1.12 EUR",
                        "2025-04-26 reset: nothing is owed any more: what comes next begins at the first level",
                        "2025-05-05 reset: money was taken back on 2025-05-05: the item begins again after a cool-down F-2",
                        "2025-05-12 reminder F-2: 120.00 EUR + fees 5.00 + interest 1.12",
                        "2025-05-24 second reminder F-2: 120.00 EUR + fees 10.00 + interest 1.12",
                        "2025-05-24 fee of second reminder F-2: 5.00 EUR",
                        "2025-06-08 final notice F-2: 120.00 EUR + fees 10.00 + interest 2.57",
                        "2025-06-08 interest of final notice F-2: 1.45 EUR",
                        "2025-06-23 final notice F-2: 120.00 EUR + fees 10.00 + interest 3.06",
                        "2025-06-23 interest of final notice F-2: 0.49 EUR",
                        "2025-07-03 referral F-2: 120.00 EUR");
        assertThat(year.why("2025-04-09", "F-2")).containsExactly("rest: held (dispute) until released: sacks torn");
        assertThat(year.why("2025-04-20", "F-2")).containsExactly("rest: held (promise to pay) through 2025-04-20");
        assertThat(year.why("2025-05-11", "F-2"))
                .containsExactly("wait: money was taken back on 2025-05-05: level 'reminder' is due on 2025-05-12");
    }
}
