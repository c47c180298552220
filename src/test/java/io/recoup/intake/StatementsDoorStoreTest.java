package io.recoup.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.testing.PostgresTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatementsDoorStoreTest extends PostgresTest {

    private static final String IBAN = "ES9121000418450200051332";

    private Doors doors;

    @BeforeAll
    void open() {
        doors = new Doors(dataSource, Path.of("routes"));
    }

    @Test
    void a_statement_enters_once_however_often_and_in_whichever_file_it_comes() {
        String file = statement("S1", "150.00", "100.00", "50.00");

        assertThat(statements(file, Map.of())).matches(r -> r.applied() == 2 && r.isClean());
        assertThat(statements(file, Map.of())).matches(r -> r.applied() == 0 && r.unchanged() == 2);
        assertThat(statements(file + "\n", Map.of())).matches(r -> r.applied() == 0 && r.unchanged() == 2);
        assertThat(transactions("S1")).isEqualTo(2);
    }

    @Test
    void a_statement_that_does_not_add_up_is_entered_and_noted() {
        DoorReport report = statements(statement("S2", "999.00", "10.00", "20.00"), Map.of());

        assertThat(report.applied()).isEqualTo(2);
        assertThat(report.problem()).contains("1 of 1 statements do not lead");
        assertThat(doors.inbox().latest(1).get(0).state()).isEqualTo("applied");
    }

    @Test
    void a_file_that_breaks_off_gives_what_came_before() {
        String file = statement("S3", "60.00", "10.00", "20.00", "30.00");

        DoorReport report = statements(file.substring(0, file.lastIndexOf("<Ntry>") + 40), Map.of());

        assertThat(report.problem()).startsWith("line ");
        assertThat(report.quarantined()).isEqualTo(1);
        assertThat(transactions("S3")).isEqualTo(2);
        assertThat(statements(file, Map.of())).matches(r -> r.applied() == 1 && r.unchanged() == 2);
    }

    @Test
    void a_statement_of_another_account_is_refused_as_a_whole() {
        String file = statement("S4", "10.00", "10.00");

        assertThat(statements(file, Map.of("account", "DE89370400440532013000")).problem())
                .contains("another account");
        assertThat(transactions("S4")).isZero();
        assertThat(statements(file, Map.of("account", "ES91 2100 0418 4502 0005 1332"))
                        .applied())
                .isEqualTo(1);
    }

    @Test
    void a_notification_counts_as_booked_only_where_the_door_says_so() {
        String file = statement("S7", "70.00", "30.00", "40.00")
                .replace("camt.053", "camt.054")
                .replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn")
                .replace("Stmt>", "Ntfctn>");

        assertThat(statements(file, Map.of()).applied()).isEqualTo(2);
        assertThat(booked("S7")).isZero();
        assertThat(statements(file + "\n", Map.of("books", "054")).applied()).isEqualTo(2);
        assertThat(booked("S7")).isEqualTo(2);
        assertThatThrownBy(() -> statements(file, Map.of("books", "camt"))).hasMessageContaining("books must be");
    }

    @Test
    void transactions_of_an_api_are_entered_together_and_one_that_fails_leaves_the_others() {
        long before = imports();
        String one = "{\"account\":\"" + IBAN + "\",\"currency\":\"EUR\",\"bookedOn\":\"2026-03-02\","
                + "\"status\":\"booked\",\"direction\":\"credit\",\"amount\":\"5.00\",\"bankId\":\"N\","
                + "\"statement\":\"S8\"}";
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            lines.append(one.replace("\"N\"", "\"N" + i / 2 + "\"")).append('\n');
        }

        DoorReport report = doors.accept("transactions", lines.toString(), Map.of());

        assertThat(report).matches(r -> r.applied() == 5 && r.unchanged() == 5 && r.isClean());
        assertThat(imports() - before).as("one import, not ten").isEqualTo(1);
    }

    @Test
    void what_is_no_statement_or_is_hostile_is_refused_with_a_reason() {
        assertThat(statements("hello", Map.of()).problem()).contains("not a bank statement");
        assertThat(statements("", Map.of()).problem()).contains("empty");
        String bomb = "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        assertThat(statements(statement("S5", "1.00", "1.00").replaceFirst("\\?>", "?>" + bomb), Map.of())
                        .problem())
                .isNotNull();
        assertThat(transactions("S5")).isZero();
    }

    @Test
    void transactions_of_an_api_enter_once_and_bad_ones_wait() {
        String good =
                "{\"account\":\"" + IBAN + "\",\"currency\":\"EUR\",\"bookedOn\":\"2026-03-02\",\"status\":\"booked\","
                        + "\"direction\":\"credit\",\"amount\":\"12.34\",\"bankId\":\"API-1\",\"statement\":\"S6\"}";
        String list = "[" + good + "," + good.replace("12.34", "-1.00") + ","
                + good.replace("booked\",\"d", "soon\",\"d") + "]";

        DoorReport report = doors.accept("transactions", list, Map.of());

        assertThat(report).matches(r -> r.applied() == 1 && r.quarantined() == 2);
        assertThat(doors.lastHeld().reason()).contains("status is 'soon', not one of");
        assertThat(doors.accept("transactions", good, Map.of()).unchanged()).isEqualTo(1);
        assertThat(doors.accept("transactions", good + " ", Map.of("account", "DE89"))
                        .quarantined())
                .isEqualTo(1);
    }

    @Test
    void news_of_a_case_that_we_never_placed_waits() {
        DoorReport report = doors.accept(
                "case-reports",
                "{\"caseNumber\":\"R-1\",\"state\":\"active\"}\n"
                        + "{\"caseNumber\":\"R-1\",\"paymentId\":\"P1\",\"on\":\"2026-03-01\",\"currency\":\"EUR\","
                        + "\"amount\":\"5.00\",\"receivedBy\":\"agency\"}\n{\"state\":\"active\"}",
                Map.of());

        assertThat(report).matches(r -> r.applied() == 0 && r.quarantined() == 3);
    }

    private DoorReport statements(String file, Map<String, String> options) {
        return doors.accept("statements", file, options);
    }

    private int booked(String statement) {
        return jdbc.sql("SELECT count(*) FROM bank_transaction WHERE statement = :s AND status = 'booked'")
                .param("s", statement)
                .query(Integer.class)
                .single();
    }

    private long imports() {
        return jdbc.sql("SELECT count(*) FROM bank_import").query(Long.class).single();
    }

    private int transactions(String statement) {
        return jdbc.sql("SELECT count(*) FROM bank_transaction WHERE statement = :s")
                .param("s", statement)
                .query(Integer.class)
                .single();
    }

    private static String statement(String id, String closing, String... credits) {
        StringBuilder entries = new StringBuilder();
        for (String credit : credits) {
            entries.append("<Ntry><Amt Ccy=\"EUR\">")
                    .append(credit)
                    .append("</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>")
                    .append("<AcctSvcrRef>")
                    .append(id)
                    .append(entries.length())
                    .append("</AcctSvcrRef></Ntry>\n");
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"><BkToCstmrStmt>\n"
                + "<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-03-02T18:00:00</CreDtTm></GrpHdr>\n<Stmt><Id>" + id
                + "</Id><CreDtTm>2026-03-02T18:00:00</CreDtTm><Acct><Id><IBAN>" + IBAN + "</IBAN></Id></Acct>\n"
                + balance("OPBD", "0.00") + balance("CLBD", closing) + entries
                + "</Stmt></BkToCstmrStmt></Document>";
    }

    private static String balance(String type, String amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>\n";
    }
}
