package io.recoup.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists as a spreadsheet or an ERP exports them. */
class CsvInputTest {

    @TempDir
    Path folder;

    @Test
    void reads_lists_with_the_words_of_their_makers() throws IOException {
        Path open = MatchRun.write(folder, "open.csv", """
                Invoice No;Customer;Customer Name;Invoice Date;Amount;Ledger
                RE-1001;C-1;Forno Brera;04.05.2026;1.190,00;1200
                RE-1002;C-2;Müller GmbH;04.05.2026;300,00;1200
                GS-1003;C-2;Müller GmbH;05.05.2026;-20,00;1200
                RE-1004;C-2;"Müller GmbH;04.05.2026;300,00;1200
                RE-1005;C-2;Müller GmbH;31.02.2026;300,00;1200
                """);
        Path moved = MatchRun.write(folder, "moved.csv", """
                Booking Date;Amount;Payer;Purpose;ID
                02.06.2026;1.190,00;Forno Brera Srl;Rechnung RE-1001;a
                03.06.2026;280,00;Mueller GmbH;RE-1002 abzgl. GS-1003;b
                03.06.2026;-12,00;Bank;Gebühr;c
                """);
        Path truth = MatchRun.write(folder, "truth.csv", """
                transaction;item;amount
                a;RE-1001;1190,00
                b;RE-1002;300,00
                b;GS-1003;-20,00
                """);
        Path report = folder.resolve("report.md");
        MatchRun run = MatchRun.of(
                "--open-items",
                open,
                "--transactions",
                moved,
                "--truth",
                truth,
                "--report",
                report,
                "--decimal",
                ",",
                "--dates",
                "dd.MM.yyyy",
                "--currency",
                "EUR",
                "--thresholds",
                "strict");
        assertThat(run.told())
                .containsExactly("a auto RE-1001 1190.00 full", "b review RE-1002 300.00 full GS-1003 -20.00 credit");
        assertThat(run.err().lines().toList())
                .containsExactly(
                        open + ":1: columns that are not read: Ledger",
                        open + ":5: a quote is opened and not closed; double quotes inside a field",
                        open + ":6: issuedOn: is '31.02.2026' in column Invoice Date, not a day written as dd.MM.yyyy;"
                                + " correct the cell, or give --dates",
                        "2 payments: 1 booked unasked, 1 proposed, 0 left alone");
        assertThat(run.code()).isEqualTo(2);
        assertThat(Files.readString(report))
                .contains("| recall: best proposal is right, of 2 that pay something | 100.000 % | 100.000 % |");
    }

    @Test
    void the_fields_of_the_contract_are_columns_too() throws IOException {
        Path open = MatchRun.write(folder, "open.csv", """
                source,sourceId,kind,number,issuedOn,currency,total,state,debtor.sourceId,debtor.name,instalments[0].number,instalments[0].dueOn,instalments[0].amount,instalments[1].number,instalments[1].dueOn,instalments[1].amount
                erp,1,invoice,F-100200,2026-05-04,EUR,80.00,open,C-1,Forno Brera,1,2026-06-01,40.00,2,2026-07-01,40.00
                erp,2,invoice,F-100201,2026-05-04,EUR,80.00,cancelled,C-1,Forno Brera,,,,,,
                """);
        Path moved = MatchRun.write(folder, "moved.csv", """
                account,currency,bookedOn,status,direction,amount,counterparty.name,remittance,bankId,reversal
                DE1,EUR,2026-06-01,booked,credit,40.00,Forno Brera,F-100200,a,false
                DE1,EUR,2026-06-02,booked,debit,40.00,Forno Brera,F-100200,b,true
                DE1,EUR,2026-06-03,booked,credit,80.00,Forno Brera,F-100201,c,
                """);
        Path debtors =
                MatchRun.write(folder, "debtors.csv", "customer,name,iban\nC-1,Forno Brera,DE75512108001245126199\n");
        MatchRun run = MatchRun.of(
                "--open-items", open, "--transactions", moved, "--debtors", debtors, "--thresholds", "strict");
        assertThat(run.told().get(0)).isEqualTo("a auto F-100200/1 40.00 full");
        assertThat(run.told()).element(1).isEqualTo("b none");
        assertThat(run.lines().get(2).get("why").toString()).contains("F-100201, which is settled");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_file_of_another_kind_is_told_once() throws IOException {
        Path open = MatchRun.write(folder, "open.csv", "colour,size\nred,1\nblue,2\n");
        Path moved = Path.of("src/test/resources/banking/one-day.camt053.xml");
        MatchRun run = MatchRun.of("--open-items", open, "--transactions", moved);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err().lines().toList())
                .containsExactly(
                        open + ":1: no CSV of invoice/1: a column map needs at least one column; the header has"
                                + " colour, size; name the columns after the contract's fields",
                        moved + ":1: is XML or a zip; name bank files with --statements",
                        "0 payments: 0 booked unasked, 0 proposed, 0 left alone");
    }
}
