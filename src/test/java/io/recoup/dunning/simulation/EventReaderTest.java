package io.recoup.dunning.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.money.Money;
import io.recoup.receivables.ItemKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private final List<String> faults = new ArrayList<>();

    @Test
    void an_invoice_with_its_debtor() {
        Event.Invoice invoice = (Event.Invoice) one("""
                {"on":"2025-02-01","invoice":{"number":"F-1","total":"100.00","currency":"EUR","dueOn":"2025-03-01",
                "debtor":{"sourceId":"C-1","name":"Ana","country":"ES","type":"consumer","tags":["a"],
                "agent":{"name":"Pia","email":"pia@mill.example"},"contacts":[{"kind":"sales","email":"a@c.example"}]}}}
                """);
        assertThat(invoice.on()).isEqualTo(day("2025-02-01"));
        assertThat(invoice.issuedOn()).isEqualTo(day("2025-02-01"));
        assertThat(invoice.dueOn()).isEqualTo(day("2025-03-01"));
        assertThat(invoice.total()).isEqualTo(euro("100.00"));
        assertThat(invoice.debtor().agentName()).isEqualTo("Pia");
        assertThat(invoice.debtor().emails(List.of("sales"))).containsExactly("a@c.example");
    }

    @Test
    void a_due_date_not_stated_is_the_term_s_the_debtor_s_own_before_the_creditor_s() {
        assertThat(invoice("\"debtor\":\"C-1\"").dueOn()).isEqualTo(day("2025-02-15"));
        assertThat(invoice("\"debtor\":{\"sourceId\":\"C-1\",\"termDays\":30}").dueOn())
                .isEqualTo(day("2025-03-03"));
        assertThat(invoice("\"debtor\":\"C-1\",\"issuedOn\":\"2025-01-30\"").dueOn())
                .isEqualTo(day("2025-02-13"));
    }

    @Test
    void an_invoice_in_instalments_is_as_many_items_and_one_that_is_settled_owes_nothing() {
        List<Event> parts = read("""
                {"on":"2025-02-01","invoice":{"number":"F-1","debtor":"C-1","total":"300.00","currency":"EUR",
                "instalments":[{"number":1,"amount":"100.00","dueOn":"2025-03-01"},
                {"number":2,"amount":"200.00","dueOn":"2025-04-01"}]}}
                """);
        assertThat(parts)
                .extracting(part -> ((Event.Invoice) part).kind(), part -> ((Event.Invoice) part).instalment())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ItemKind.INSTALMENT, 1),
                        org.assertj.core.groups.Tuple.tuple(ItemKind.INSTALMENT, 2));
        assertThat(invoice("\"debtor\":\"C-1\",\"state\":\"paid\"").open()).isEqualTo(euro("0.00"));
        assertThat(invoice("\"debtor\":\"C-1\",\"open\":\"40.00\"").open()).isEqualTo(euro("40.00"));
        assertThat(invoice("\"debtor\":\"C-1\",\"hold\":{\"kind\":\"direct_debit\"}")
                        .hold()
                        .kind())
                .isEqualTo("direct_debit");
    }

    @Test
    void every_other_kind_of_event() {
        assertThat(
                        one(
                                "{'on':'2025-03-02','creditNote':{'number':'G-1','amount':'10.00','currency':'EUR','invoice':'F-1'}}"))
                .isEqualTo(new Event.CreditNote(
                        day("2025-03-02"), null, "erp", "G-1", day("2025-03-02"), euro("10.00"), "F-1"));
        assertThat(
                        one(
                                "{'on':'2025-03-02','receipt':{'id':'R-1','debtor':'C-1','amount':'10.00','currency':'EUR','items':['F-1',{'number':'F-2'}]}}"))
                .isEqualTo(new Event.Receipt(day("2025-03-02"), "R-1", "C-1", euro("10.00"), List.of("F-1", "F-2")));
        assertThat(
                        one(
                                "{'on':'2025-03-02','receipt':{'debtor':'C-1','amount':'10.00','currency':'EUR','items':'F-1'}}"))
                .isEqualTo(new Event.Receipt(day("2025-03-02"), null, "C-1", euro("10.00"), List.of("F-1")));
        assertThat(one("{'on':'2025-03-02','reversal':'R-1'}"))
                .isEqualTo(one("{'on':'2025-03-02','reversal':{'receipt':'R-1'}}"))
                .isEqualTo(new Event.Reversal(day("2025-03-02"), "R-1"));
        assertThat(
                        one(
                                "{'on':'2025-03-02','hold':{'id':'H-1','item':'F-1','kind':'dispute','until':'2025-03-09','reason':'torn'}}"))
                .isEqualTo(new Event.Hold(
                        day("2025-03-02"), "H-1", null, List.of("F-1"), "dispute", day("2025-03-09"), "torn"));
        assertThat(one("{'on':'2025-03-02','release':'H-1'}"))
                .isEqualTo(new Event.Release(day("2025-03-02"), "H-1", null, List.of("H-1"), null));
        assertThat(one("{'on':'2025-03-02','cancel':{'items':['F-1']}}"))
                .isEqualTo(new Event.Cancel(day("2025-03-02"), List.of("F-1")));
        assertThat(one("{'on':'2025-03-02','deliveryFailed':{'debtor':'C-1','permanent':true}}"))
                .isEqualTo(new Event.DeliveryFailed(day("2025-03-02"), "C-1", true));
        assertThat(one("{'on':'2025-03-02','approve':{'debtor':'C-1','level':'final'}}"))
                .isEqualTo(new Event.Approve(day("2025-03-02"), "C-1", "final"));
        assertThat(faults).isEmpty();
    }

    @Test
    void a_line_that_cannot_be_read_is_told_with_file_line_field_and_remedy_and_costs_no_other() {
        List<Event> events = read("""
                {"on":"2025-02-01","cancel":"F-1"}

                no json
                {"on":"2025-02-30","cancel":"F-1"}
                {"cancel":"F-1"}
                {"on":"2025-02-01","refund":"F-1"}
                {"on":"2025-02-01","cancel":"F-1","reversal":"R-1"}
                {"on":"2025-02-01","receipt":{"debtor":"C-1","amount":"1,5","currency":"EUR"}}
                {"on":"2025-02-01","receipt":{"debtor":"C-1","amount":"-1.00","currency":"EUR"}}
                {"on":"2025-02-01","receipt":{"debtor":"C-1","amount":"1.005","currency":"EUR"}}
                {"on":"2025-02-01","receipt":{"debtor":"C-1","amount":"1.00"}}
                {"on":"2025-02-01","hold":{"kind":"pause"}}
                {"on":"2025-02-01","hold":{"debtor":"C-1","kind":"sleep"}}
                {"on":"2025-02-01","deliveryFailed":{}}
                {"on":"2025-02-01","creditNote":{"number":"G-1","amount":"1.00","currency":"EUR"}}
                {"on":"2025-02-02","cancel":"F-2"}
                """);
        assertThat(events).hasSize(2);
        assertThat(faults)
                .allMatch(fault -> fault.matches("year[.]jsonl:\\d+: .+: .+"))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("year.jsonl:3: no JSON: "),
                        fault -> assertThat(fault)
                                .isEqualTo("year.jsonl:4: on is '2025-02-30': write days as 2025-03-31"),
                        fault -> assertThat(fault).isEqualTo("year.jsonl:5: on is missing: write days as 2025-03-31"),
                        fault ->
                                assertThat(fault).startsWith("year.jsonl:6: the event is of no known kind: state 'on'"),
                        fault -> assertThat(fault)
                                .startsWith("year.jsonl:7: reversal, cancel cannot stand in one line: "),
                        fault -> assertThat(fault).startsWith("year.jsonl:8: receipt.amount is '1,5' "),
                        fault -> assertThat(fault).startsWith("year.jsonl:9: receipt.amount is '-1.00' (below zero): "),
                        fault -> assertThat(fault).startsWith("year.jsonl:10: receipt.amount is '1.005' "),
                        fault -> assertThat(fault).isEqualTo("year.jsonl:11: receipt.currency is missing: add it"),
                        fault -> assertThat(fault).startsWith("year.jsonl:12: hold.debtor is missing: name the debtor"),
                        fault -> assertThat(fault)
                                .startsWith("year.jsonl:13: hold.kind is 'sleep': state one of dispute, "),
                        fault -> assertThat(fault).isEqualTo("year.jsonl:14: deliveryFailed.debtor is missing: add it"),
                        fault -> assertThat(fault).startsWith("year.jsonl:15: creditNote.debtor is missing: "));
    }

    @Test
    void what_an_invoice_states_wrongly_is_told_too() {
        for (String wrong : List.of(
                "'total':'0.00','debtor':'C-1'",
                "'total':'10.00','open':'11.00','debtor':'C-1'",
                "'total':'10.00','dueOn':'2025-01-31','debtor':'C-1'",
                "'total':'10.00','kind':'letter','debtor':'C-1'",
                "'total':'10.00','hold':{'kind':'sleep'},'debtor':'C-1'",
                "'total':'10.00','debtor':{'sourceId':'C-1','type':'company'}",
                "'total':'10.00','debtor':{'sourceId':'C-1','termDays':'soon'}",
                "'total':'10.00','debtor':'C-1','instalments':[{'number':'one','amount':'10.00','dueOn':'2025-03-01'}]",
                "'total':'10.00'")) {
            faults.clear();
            assertThat(read("{'on':'2025-02-01','invoice':{'number':'F-1','currency':'EUR'," + wrong + "}}"))
                    .as(wrong)
                    .isEmpty();
            assertThat(faults).as(wrong).singleElement().asString().matches("year[.]jsonl:1: invoice[.a-zA-Z]* .+: .+");
        }
    }

    private Event.Invoice invoice(String more) {
        return (Event.Invoice)
                one("{\"on\":\"2025-02-01\",\"invoice\":{\"number\":\"F-1\",\"total\":\"100.00\",\"currency\":\"EUR\","
                        + more + "}}");
    }

    private Event one(String line) {
        List<Event> events = read(line);
        assertThat(faults).isEmpty();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    /** Lines of a text may run on after a comma; quotes may be single. */
    private List<Event> read(String lines) {
        String text = lines.replace('\'', '"').replace(",\n", ",");
        try (BufferedReader reader = new BufferedReader(new StringReader(lines.contains("no json") ? lines : text))) {
            return new EventReader("year.jsonl", 14, faults::add).read(reader);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Money euro(String amount) {
        return Money.parse(amount, "EUR");
    }
}
