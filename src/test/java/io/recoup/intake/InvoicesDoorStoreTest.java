package io.recoup.intake;

import static io.recoup.intake.Invoices.json;
import static io.recoup.intake.Invoices.node;
import static io.recoup.intake.Invoices.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.ReceiptEntry;
import io.recoup.receivables.ReceiptId;
import io.recoup.testing.PostgresTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvoicesDoorStoreTest extends PostgresTest {

    private Doors doors;

    @BeforeAll
    void open() {
        doors = new Doors(dataSource, Path.of("routes"));
    }

    @Test
    void takes_one_object_an_array_and_lines_of_json() {
        assertThat(doors.invoices(json("A-1"))).matches(r -> r.applied() == 1 && r.isClean());
        assertThat(doors.invoices("[" + json("A-2") + ",\n" + json("A-3") + "]").applied())
                .isEqualTo(2);
        assertThat(doors.invoices(json("A-4") + "\n\n" + json("A-5") + "\n").applied())
                .isEqualTo(2);
        assertThat(doors.invoices(node("A-6").toPrettyString() + "\n"
                                + node("A-7").toPrettyString())
                        .applied())
                .isEqualTo(2);

        assertThat(doors.item("A-1").open()).isEqualTo(Money.parse("1250.50", "EUR"));
        assertThat(doors.item("A-7").dueOn()).isEqualTo(LocalDate.parse("2026-03-03"));
    }

    @Test
    void the_same_bytes_again_are_counted_and_change_nothing() {
        doors.invoices("[" + json("B-1") + "]");

        DoorReport again = doors.invoices("[" + json("B-1") + "]");

        assertThat(again).matches(r -> r.applied() == 0 && r.unchanged() == 1 && r.isClean());
        assertThat(doors.inbox().latest(1).get(0).repeats()).isEqualTo(1);
        assertThat(doors.invoices("[ " + json("B-1") + "]").unchanged()).isEqualTo(1);
    }

    @Test
    void one_bad_line_never_costs_a_good_one() {
        DoorReport report =
                doors.invoices(json("C-1") + "\n{\"source\": \"erp\", \"sour\n" + json("C-2") + "\n" + json("C-3"));

        assertThat(report).matches(r -> r.applied() == 3 && r.quarantined() == 1);
        Quarantine.Row held = doors.lastHeld();
        assertThat(held.line()).isEqualTo(2);
        assertThat(held.file()).isEqualTo("file-of-today");
        assertThat(held.record()).isEqualTo("{\"source\": \"erp\", \"sour");
        assertThat(held.reason()).contains("is not JSON at column");
    }

    @Test
    void a_broken_first_line_does_not_swallow_the_others() {
        assertThat(doors.invoices("{\"source\": \n" + json("C-5") + "\n" + json("C-6")))
                .matches(r -> r.applied() == 2 && r.quarantined() == 1);
    }

    @Test
    void a_record_that_breaks_in_the_ledger_leaves_the_batch_around_it_alone() {
        StringBuilder lines = new StringBuilder();
        for (int i = 1; i <= 25; i++) {
            lines.append(i == 13 ? with("D-1", "sourceId", "another") : json("D-" + i))
                    .append('\n');
        }

        DoorReport report = doors.invoices(lines.toString());

        assertThat(report).matches(r -> r.applied() == 24 && r.quarantined() == 1);
        assertThat(doors.lastHeld().line()).isEqualTo(13);
        assertThat(doors.lastHeld().reason()).contains("D-1").contains("id-D-1");
        assertThat(doors.item("D-1").source()).isEqualTo("erp");
    }

    @Test
    void says_what_is_wrong_with_a_record_and_what_to_do() {
        assertHeld(with("E-1", "currency", "EUX"), "currency is 'EUX', an unknown currency", "ISO 4217");
        assertHeld(with("E-1", "currency", "eur"), "not a currency code", "capitals");
        assertHeld(with("E-1", "total", "-5.00"), "total is -5.00 EUR, below zero", "credit_note");
        assertHeld(with("E-1", "total", "0.00"), "total is zero", "leave");
        assertHeld(with("E-1", "total", "1250.505"), "finer than the minor unit", "currency's own units");
        assertHeld(with("E-1", "total", "1.250,50"), "an amount must be a decimal string", "thousands");
        assertHeld(node("E-1").put("total", 1250.5).toString(), "an amount must be a decimal string", "in quotes");
        assertHeld(with("E-1", "total", "999999999999999"), null, null, 1);
        assertHeld(with("E-1", "issuedOn", "2026-02-30"), "issuedOn is '2026-02-30', not a day of the calendar", "");
        assertHeld(with("E-1", "dueOn", "2026-01-31"), "dueOn is 2026-01-31, before the issue on 2026-02-01", "");
        assertHeld(with("E-1", "open", "1250.51"), "open is 1250.51 EUR, outside 0 and the total", "");
        assertHeld(with("E-1", "colour", "red"), "colour is not a field of invoice/1", "map");
        assertHeld(with("E-1", "kind", "proforma"), "kind is 'proforma', not one of", "");
        assertHeld(with("E-1", "source", "other"), "source is 'other', but this door belongs to 'erp'", "");
        assertHeld(node("E-1").putNull("dueOn").toString(), "dueOn is null", "leave the field out");
        assertHeld(node("E-1").without("number").toString(), "number is missing", "add it");
        assertHeld(with("E-1", "number", "a\0b"), "a character that is none", "remove");
        assertHeld(with("E-1", "number", "HALF").replace("HALF", "a\\ud800b"), "a character that is none", "remove");
        assertHeld(json("E-1").replace("\"EUR\"", "\"EUR\",\"currency\":\"USD\""), "Duplicate field 'currency'", "");
        assertHeld("[".repeat(2) + "]".repeat(2), "must be an object", "");
        assertHeld("{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}", "is not JSON", "");
        assertHeld("{\"total\": 1" + "0".repeat(5000) + "}", "is not JSON", "");
        assertHeld(with("E-1", "number", "x".repeat(70_000)), "longer than 65536 bytes", "record-bytes");
    }

    @Test
    void takes_terms_of_1_to_30_days_and_no_others() {
        assertHeld(term("F-0", 0), "debtor.termDays is '0', below 1", "");
        assertHeld(term("F-31", 31), "debtor.termDays is '31', above 30", "");
        doors.invoices(term("F-1", 1));
        doors.invoices(term("F-30", 30));

        assertThat(doors.item("F-1").dueOn()).isEqualTo(LocalDate.parse("2026-02-02"));
        assertThat(doors.item("F-30").dueOn()).isEqualTo(LocalDate.parse("2026-03-03"));
    }

    @Test
    void bytes_of_another_charset_cost_their_line_until_the_door_is_told_the_charset() {
        Charset latin = Charset.forName("windows-1252");
        byte[] lines = (json("G-1").replace("ñ", "n") + "\n" + json("G-2") + "\n").getBytes(latin);

        assertThat(doors.accept("invoices", lines, Map.of())).matches(r -> r.applied() == 1 && r.quarantined() == 1);
        Quarantine.Row held = doors.lastHeld();
        assertThat(held.reason()).isEqualTo("bytes that are not UTF-8 in line 2");
        assertThat(held.remedy()).contains("charset");
        assertThat(doors.quarantine().replay(held.id(), "maria")).isFalse();
        assertThat(doors.items("G-2")).isEmpty();

        DoorReport repaired = doors.accept("invoices", lines, Map.of("charset", "windows-1252"));

        assertThat(repaired).matches(r -> r.applied() == 1 && r.unchanged() == 1 && r.isClean());
        assertThat(doors.quarantine().row(held.id()).orElseThrow().state()).isEqualTo("replayed");
    }

    @Test
    void a_byte_order_mark_is_passed_over_and_utf_16_refused() {
        assertThat(doors.invoices("\uFEFF" + json("H-1")).applied()).isEqualTo(1);
        DoorReport refused = doors.accept("invoices", json("H-2").getBytes(StandardCharsets.UTF_16), Map.of());

        assertThat(refused.problem()).contains("UTF-16");
        assertThat(doors.inbox().latest(1).get(0).state()).isEqualTo("rejected");
    }

    @Test
    void what_is_no_json_at_all_is_refused_as_a_whole() {
        assertThat(doors.invoices("").problem()).contains("empty");
        assertThat(doors.invoices("<Invoice/>").problem()).contains("XML");
        assertThat(doors.invoices("a;b;c\n1;2;3").problem()).contains("not JSON");
        assertThat(doors.accept("invoices", "{}", Map.of("map", "absent.jq")).problem())
                .contains("absent.jq");
        assertThat(doors.accept("invoices", "{}", Map.of("map", "../../pom.xml"))
                        .problem())
                .contains("outside");
        assertThat(doors.accept("invoices", "{ }", Map.of("charset", "klingon")).problem())
                .contains("klingon");
    }

    @Test
    void a_list_that_is_cut_short_gives_what_it_has_and_says_so() {
        String list = "[" + json("I-1") + "," + json("I-2") + "," + json("I-3") + "]";
        for (int cut = list.length() - 1; cut > list.length() - 120; cut -= 17) {
            DoorReport report = doors.invoices(list.substring(0, cut));
            assertThat(report.problem()).as("cut at " + cut).contains("cut short");
            assertThat(report.quarantined()).as("cut at " + cut).isPositive();
        }
        assertThat(doors.items("I-2")).hasSize(1);
    }

    @Test
    void nothing_of_a_body_that_cannot_be_read_to_its_end_is_applied() {
        InputStream breaking = new SequenceInputStream(
                new ByteArrayInputStream((json("J-1") + "\n").getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });

        assertThatThrownBy(() -> doors.accept("invoices", breaking, Map.of())).isInstanceOf(UncheckedIOException.class);
        assertThat(doors.items("J-1")).isEmpty();
    }

    @Test
    void an_invoice_that_changes_after_its_payment_keeps_the_books_right() {
        doors.invoices(json("K-1"));
        Ledger ledger = doors.ledger();
        ReceiptId money = ledger.receive(
                new ReceiptEntry(
                        "transfer",
                        "bank:K",
                        null,
                        null,
                        Money.parse("1250.50", "EUR"),
                        Doors.TODAY,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                Cause.bank("K", null),
                Doors.TODAY);
        ledger.allocate(
                money,
                List.of(new Ledger.Part(doors.item("K-1").id(), Money.parse("1250.50", "EUR"))),
                Cause.rule("number", null),
                Doors.TODAY);

        assertThat(doors.invoices(with("K-1", "total", "1000.00")).applied()).isEqualTo(1);

        assertThat(doors.item("K-1").isSettled()).isTrue();
        assertThat(doors.invoices(with("K-1", "total", "1500.00")).applied()).isEqualTo(1);
        assertThat(doors.item("K-1").open().isPositive()).isTrue();
    }

    @Test
    void reads_a_csv_as_its_columns_say_and_quarantines_the_row_in_the_middle() {
        String csv = "Factura;Tipo;Fecha;Vencimiento;Importe;Pendiente;Cliente;Nombre;Correo\n"
                + "L-1;FV;03/02/2026;05/03/2026;1.250,50;;C1;\"Muñoz;\nHijos\";\n"
                + "L-2;FV;31/02/2026;05/03/2026;10,00;;C1;Muñoz;\n"
                + "L-3;FV;03/02/2026;05/03/2026;10.00;;C1;Muñoz;\n"
                + "L-4;FV;03/02/2026\n"
                + "L-5;FV;03/02/2026;05/03/2026;10,00;;C1;\"Muñoz;\n"
                + "L-6;AB;03/02/2026;;1250,5;;C1;Muñoz;\n";

        DoorReport report =
                doors.accept("invoices", csv, Map.of("columns", "acme-open-items.columns.yaml", "charset", "UTF-8"));

        assertThat(report).matches(r -> r.applied() == 2 && r.quarantined() == 4 && r.problem() == null);
        assertThat(doors.item("L-1").original()).isEqualTo(Money.parse("1250.50", "EUR"));
        assertThat(doors.item("L-6").kind()).isEqualTo(ItemKind.CREDIT_NOTE);
        List<Quarantine.Row> held = doors.quarantine().open(doors.lastHeld().id() - 4, 4);
        assertThat(held).extracting(Quarantine.Row::line).containsExactly(4L, 5L, 6L, 7L);
        assertThat(held.get(0).reason()).contains("'31/02/2026' in column Fecha");
        assertThat(held.get(1).reason()).contains("'10.00' in column Importe");
        assertThat(held.get(2).reason()).contains("3 fields, the header 9");
        assertThat(held.get(3).reason()).contains("quote");
        assertThat(held.get(2).record()).isEqualTo(csv.lines().findFirst().orElseThrow() + "\nL-4;FV;03/02/2026");
    }

    @Test
    void reads_a_csv_by_columns_named_in_the_route_itself() {
        String csv = "no,total,customer\nM-1,1250.50,C1\n";
        String columns = "number=no,sourceId=no,total=total,debtor.sourceId=customer,debtor.name=customer,"
                + "kind:=invoice,currency:=EUR,issuedOn:=2026-02-01";

        assertThat(doors.accept("invoices", csv, Map.of("columns", columns)).applied())
                .isEqualTo(1);
        assertThat(doors.accept("invoices", csv, Map.of("columns", "number=Nr")).isClean())
                .isTrue();
        DoorReport missing = doors.accept("invoices", csv + "\n", Map.of("columns", "number=Nr"));
        assertThat(missing.problem()).contains("no (or twice the) column Nr; it has no, total, customer");
    }

    @Test
    void brings_foreign_json_into_shape_with_a_map() {
        String page = "{\"documents\": [" + acme("N-1", "125050") + "," + acme("N-2", "12.5") + "," + acme("N-3", "-5")
                + "]}";

        DoorReport broken = doors.accept("invoices", page, Map.of("map", "acme-invoice.jq"));
        assertThat(broken).matches(r -> r.applied() == 0 && r.quarantined() == 1);
        assertThat(doors.lastHeld().reason()).contains("not a whole number of cents: 12.5");

        DoorReport taken = doors.accept("invoices", page.replace("12.5", "1250"), Map.of("map", "acme-invoice.jq"));
        assertThat(taken).matches(r -> r.applied() == 3 && r.isClean());
        assertThat(doors.item("N-1").open()).isEqualTo(Money.parse("1250.50", "EUR"));
    }

    private static String acme(String number, String cents) {
        return "{\"id\":\"" + number + "\",\"type\":\"INV\",\"no\":\"" + number + "\",\"issued\":20260203,"
                + "\"ccy\":\"EUR\",\"gross_cents\":" + cents + ",\"customer\":{\"code\":\"C\",\"company\":\"X\"}}";
    }

    private static String term(String number, int days) {
        var invoice = node(number);
        invoice.remove("dueOn");
        invoice.withObjectProperty("debtor").put("sourceId", "T" + days).put("termDays", days);
        return invoice.toString();
    }

    private void assertHeld(String record, String reason, String remedy) {
        assertHeld(record, reason, remedy, 0);
    }

    private void assertHeld(String record, String reason, String remedy, int applied) {
        DoorReport report = doors.invoices(record);
        assertThat(report.applied()).as(record).isEqualTo(applied);
        if (applied == 0) {
            assertThat(report.quarantined()).as(record).isEqualTo(1);
            assertThat(doors.lastHeld().reason()).contains(reason);
            assertThat(doors.lastHeld().remedy()).contains(remedy);
        }
    }
}
