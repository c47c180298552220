package io.recoup.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchCommandTest {

    private static final String STRICT = "--thresholds=strict";

    private static final String DOCUMENTS = """
            {"source":"erp","sourceId":"1","kind":"invoice","number":"RE-2026-0101","issuedOn":"2026-05-04","dueOn":"2026-06-03","currency":"EUR","total":"1190.00","debtor":{"sourceId":"C-7","name":"Forno Brera"}}
            {"source":"erp","sourceId":"2","kind":"invoice","number":"RE-2026-0102","issuedOn":"2026-05-04","currency":"EUR","total":"600.00","open":"400.00","instalments":[{"number":1,"dueOn":"2026-06-03","amount":"300.00"},{"number":2,"dueOn":"2026-07-03","amount":"300.00"}],"debtor":{"sourceId":"C-8","name":"Müller GmbH"}}
            {"source":"erp","sourceId":"3","kind":"credit_note","number":"GS-2026-0011","issuedOn":"2026-05-05","currency":"EUR","total":"100.00","debtor":{"sourceId":"C-8","name":"Müller GmbH"}}
            {"source":"erp","sourceId":"4","kind":"invoice","number":"RE-2026-0090","issuedOn":"2026-03-05","currency":"EUR","total":"77.00","state":"paid","debtor":{"sourceId":"C-8","name":"Müller GmbH"}}
            """;

    private static final String MOVEMENTS = """
            {"account":"DE1","currency":"EUR","bookedOn":"2026-06-02","status":"booked","direction":"credit","amount":"1190.00","counterparty":{"name":"FORNO BRERA SRL","account":null},"remittance":"RE-2026-0101","bankId":"T1"}
            {"account":"DE1","currency":"EUR","bookedOn":"2026-06-03","status":"booked","direction":"credit","amount":"300.00","counterparty":{"name":"Müller GmbH"},"remittance":"RE-2026-0102, RE-2026-0102 abzgl. GS-2026-0011","bankId":"T2"}
            {"account":"DE1","currency":"EUR","bookedOn":"2026-06-04","status":"booked","direction":"credit","amount":"77.00","counterparty":{"name":"Müller GmbH"},"remittance":"RE-2026-0090","bankId":"T3"}
            {"account":"DE1","currency":"EUR","bookedOn":"2026-06-04","status":"booked","direction":"debit","reversal":true,"amount":"1190.00","remittance":"Rückgabe","bankId":"T4"}
            {"account":"DE1","currency":"EUR","bookedOn":"2026-06-04","status":"booked","direction":"debit","amount":"5.00","bankId":"fee"}
            {"account":"DE1","currency":"EUR","bookedOn":"2026-06-04","status":"pending","direction":"credit","amount":"5.00","bankId":"announced"}
            {"account":"DE1","currency":"EUR","bookedOn":"2026-06-04","status":"booked","direction":"credit","balancing":true,"amount":"5.00","bankId":"rest"}
            """;

    @TempDir
    Path folder;

    private Path open;
    private Path moved;

    @BeforeEach
    void write() throws IOException {
        open = MatchRun.write(folder, "open.jsonl", DOCUMENTS);
        moved = MatchRun.write(folder, "moved.jsonl", MOVEMENTS);
    }

    @Test
    void tells_for_each_booked_credit_what_it_pays_and_for_each_reversal_why_it_pays_nothing() {
        MatchRun run = MatchRun.of("--open-items", open, "--transactions", moved, STRICT);
        assertThat(run.told())
                .containsExactly(
                        "T1 auto RE-2026-0101 1190.00 full",
                        "T2 review RE-2026-0102/1 100.00 full RE-2026-0102/2 300.00 full GS-2026-0011 -100.00 credit",
                        "T3 none",
                        "T4 none");
        assertThat(run.err()).isEqualToIgnoringNewLines("3 payments: 1 booked unasked, 1 proposed, 1 left alone");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_line_says_how_sure_it_is_and_why() {
        MatchRun run = MatchRun.of("--open-items", open, "--transactions", moved, STRICT);
        JsonNode first = run.lines().get(0);
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly(
                        "transaction",
                        "decision",
                        "confidence",
                        "allocations",
                        "residual",
                        "why",
                        "runnerUp",
                        "stratum");
        assertThat(first.get("residual").asText()).isEqualTo("0.00");
        assertThat(first.get("why").toString()).contains("names RE-2026-0101", "exact amount");
        JsonNode proposed = run.lines().get(1);
        assertThat(proposed.get("confidence").decimalValue()).isLessThan(BigDecimal.ONE);
        assertThat(proposed.has("against")).isTrue();
        assertThat(run.lines().get(2).get("residual").asText()).isEqualTo("77.00");
        assertThat(run.lines().get(2).get("why").toString()).contains("RE-2026-0090, which is settled");
        assertThat(run.lines().get(3).get("why").toString()).contains("takes money back");
    }

    @Test
    void one_bad_line_never_costs_a_good_one() throws IOException {
        Path broken = MatchRun.write(
                folder,
                "broken.jsonl",
                DOCUMENTS.replace("\"total\":\"1190.00\"", "\"total\":1190") + "{\"source\":\n");
        MatchRun run = MatchRun.of("--open-items", broken, "--transactions", moved, folder.resolve("none"), STRICT);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.told().get(0)).isEqualTo("T1 none");
        assertThat(run.told().get(1)).startsWith("T2 review RE-2026-0102/1");
        assertThat(run.err().lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo(broken + ":1: total: is the number 1190: an amount must be a decimal string;"
                                        + " write it in quotes, such as \"1250.50\""),
                        line -> assertThat(line).startsWith(broken + ":5: is not JSON at column"),
                        line -> assertThat(line).isEqualTo(folder.resolve("none") + ":1: no such file"),
                        line -> assertThat(line).startsWith("3 payments"));
    }

    @Test
    void reads_a_bank_file_and_keys_what_has_no_id_by_its_content() throws IOException {
        Path items = MatchRun.write(folder, "items.csv", """
                number,debtor.sourceId,issuedOn,currency,total,reference
                RE-2026-017,C-1,2026-02-09,EUR,50.00,
                RE-2026-018,C-2,2026-02-09,EUR,60.00,
                RE-2026-019,C-2,2026-02-09,EUR,100.00,RF18539007547034
                """);
        Path camt = Path.of("src/test/resources/banking/one-day.camt053.xml");
        MatchRun run = MatchRun.of("--open-items", items, "--statements", camt, camt, STRICT);
        assertThat(run.told())
                .map(line -> line.replaceAll("^[0-9a-f-]{36}", "ID").replaceAll(" (auto|review) ", " "))
                .containsExactlyInAnyOrder(
                        "ID RE-2026-017 50.00 full",
                        "ID none",
                        "BATCH-7/1 RE-2026-019 100.00 full",
                        "BATCH-7/2 RE-2026-018 60.00 full",
                        "RET-1 none",
                        "STORNO-1 none");
        assertThat(run.err()).contains("8 movements came twice and count once");
    }

    @Test
    void writes_matches_and_report_to_files() throws IOException {
        Path truth = MatchRun.write(folder, "truth.jsonl", """
                {"transaction":"T1","allocations":[{"item":"RE-2026-0101","amount":"1190.00","kind":"full"}],"class":"named"}
                {"transaction":"T2","allocations":[{"item":"RE-2026-0102","instalment":2,"amount":"300.00","kind":"full"}],"class":"instalment"}
                {"transaction":"T3","allocations":[],"class":"settled-before","hardNegative":true}
                {"transaction":"elsewhere","allocations":[]}
                """);
        Path matches = folder.resolve("matches.jsonl");
        Path report = folder.resolve("report.md");
        MatchRun run = MatchRun.of(
                "--open-items",
                open,
                "--transactions",
                moved,
                STRICT,
                "--truth",
                truth,
                "--out",
                matches,
                "--report",
                report);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(matches).lines()).hasSize(4);
        assertThat(Files.readString(report).lines())
                .contains(
                        "| payments | 3 |  |",
                        "| booked unasked | 1 (33.333 %) |  |",
                        "| precision | 100.000 % | 100.000 % |",
                        "| error rate at most (95 %) | 95.000 % | 95.000 % |",
                        "| recall: best proposal is right, of 2 that pay something | 50.000 % | 50.000 % |",
                        "| left alone, of 1 that pay nothing | 100.000 % |  |",
                        "| named | 1 | 1 | 0 | 95.000 % | 0 | 95.000 % | 100.000 % | 100.000 % | – |");
    }

    @Test
    void wrong_usage_is_told_before_anything_is_read() {
        assertThat(MatchRun.of("--open-items", open).code()).isEqualTo(2);
        assertThat(MatchRun.of("--open-items", open, "--transactions", moved, "--statements", moved)
                        .err())
                .contains("mutually exclusive");
        assertThat(MatchRun.of("--open-items", open, "--transactions", moved, "--tolerance", "1 Euro")
                        .err())
                .contains("--tolerance 1 Euro: write it as 1.00EUR");
        assertThat(MatchRun.of("--open-items", open, "--transactions", moved, "--thresholds", "lax")
                        .err())
                .contains("--thresholds lax: strict or shipped");
    }

    @Test
    void a_shortfall_within_the_tolerance_is_forgiven() throws IOException {
        Path payment = MatchRun.write(
                folder,
                "short.jsonl",
                MOVEMENTS.lines().findFirst().orElseThrow().replace("1190.00", "1189.50"));
        MatchRun run = MatchRun.of("--open-items", open, "--transactions", payment, STRICT, "--tolerance", "1.00EUR");
        assertThat(run.told()).containsExactly("T1 review RE-2026-0101 1189.50 tolerance");
        assertThat(run.lines().get(0).at("/allocations/0/forgiven").asText()).isEqualTo("0.50");
    }
}
