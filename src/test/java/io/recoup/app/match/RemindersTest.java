package io.recoup.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters of ours that say what a sum is for. */
class RemindersTest {

    @TempDir
    Path folder;

    @Test
    void a_letter_that_listed_what_adds_up_says_what_a_sum_is_for() throws IOException {
        Path items = MatchRun.write(folder, "items.csv", """
                number,debtor.sourceId,issuedOn,dueOn,currency,total,debtor.ibans[0]
                RE-1,C-1,2026-02-02,2026-03-04,EUR,90.00,DE89370400440532013000
                RE-2,C-1,2026-02-03,2026-03-05,EUR,120.00,
                RE-3,C-1,2026-02-04,2026-03-06,EUR,180.00,
                RE-4,C-1,2026-02-05,2026-03-07,EUR,210.00,
                """);
        Path payment = MatchRun.write(folder, "payment.csv", """
                bankId,bookedOn,currency,amount,payer iban,remittance
                P1,2026-04-07,EUR,300.00,DE89370400440532013000,payment
                """);
        Path lines = MatchRun.write(folder, "letters.jsonl", """
                {"debtor":"C-1","sentOn":"2026-03-20","items":["RE-2","RE-3"]}
                """);
        Path rows = MatchRun.write(folder, "letters.csv", """
                Customer;Sent;Number
                C-1;2026-03-20;RE-2
                C-1;2026-03-20;RE-3
                """);
        assertThat(MatchRun.of("--open-items", items, "--transactions", payment).out())
                .doesNotContain("our letter listed");
        for (Path letters : new Path[] {lines, rows}) {
            MatchRun run = MatchRun.of("--open-items", items, "--transactions", payment, "--reminders", letters);
            assertThat(run.told())
                    .as(run.err())
                    .singleElement()
                    .asString()
                    .contains("RE-2 120.00 full RE-3 180.00 full");
            assertThat(run.out()).contains("is what our letter listed");
        }
    }

    @Test
    void a_letter_that_cannot_be_read_is_told_with_line_field_and_remedy() throws IOException {
        Path open = MatchRun.write(folder, "open.csv", """
                number,debtor.sourceId,issuedOn,currency,total
                RE-2026-0101,C-7,2026-05-04,EUR,1190.00
                """);
        Path moved = MatchRun.write(folder, "moved.csv", """
                bankId,bookedOn,currency,amount,remittance
                T1,2026-06-02,EUR,1190.00,RE-2026-0101
                """);
        Path letters = MatchRun.write(folder, "letters.jsonl", """
                {"debtor":"C-7","sentOn":"2026-06-01","items":["RE-2026-0101"]}
                {"debtor":"C-99","sentOn":"2026-06-01","items":["RE-2026-0101"]}
                {"debtor":"C-7","sentOn":"1.6.2026","items":["RE-2026-0101"]}
                {"debtor":"C-7","sentOn":"2026-06-01","items":[]}
                {"debtor":"C-7","sentOn":"2026-06-01","items":[5]}
                """);
        MatchRun run = MatchRun.of("--open-items", open, "--transactions", moved, "--reminders", letters);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.told()).hasSize(1);
        assertThat(run.err().lines().limit(4))
                .containsExactly(
                        letters
                                + ":2: debtor: is C-99, of whom no other file tells; state the sourceId of a customer, or"
                                + " source:sourceId where two sources have the same",
                        letters + ":3: sentOn: is 1.6.2026, which is no day; write it as 2026-06-30",
                        letters + ":4: items: is missing or empty; list the numbers of the documents in the letter",
                        letters + ":5: items[0]: is missing or no text; add it, in quotes");
    }
}
