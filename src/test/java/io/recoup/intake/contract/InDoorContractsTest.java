package io.recoup.intake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.agency.CaseNewsReader;
import io.recoup.testing.ContractFields;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each in door looks at exactly the fields that its contract allows: none is ignored, none is secret. */
class InDoorContractsTest {

    private static final String DEBTOR = """
            "name": "Acme", "taxId": "B1", "language": "es", "country": "ES", "category": "retail", "tags": ["vip"],
            "group": "north", "ibans": ["ES9121000418450200051332"], "termDays": 30, "type": "business",
            "zone": "Europe/Madrid",
            "agent": {"name": "Ana", "email": "ana@acme.example"},
            "contacts": [{"kind": "billing", "name": "Bea", "email": "bea@acme.example", "phone": "+34 1"}]
            """;

    private static final String PAYMENT = """
            "paymentId": "P-1", "on": "2026-03-02", "currency": "EUR", "amount": "1.00", "receivedBy": "agency",
            "reversed": false
            """;

    @Test
    void invoices() {
        assertReads("invoice/1", InvoiceReader::invoice, """
                {"source": "erp", "sourceId": "1", "changedAt": "2026-03-01T08:00:00Z", "kind": "invoice",
                 "number": "F-1", "issuedOn": "2026-02-01", "dueOn": "2026-03-01", "currency": "EUR", "total": "10.00",
                 "open": "10.00", "state": "open", "reference": "RF18", "orderReference": "O-1",
                 "creditNoteFor": "F-0", "hold": {"kind": "dispute", "until": "2026-04-01", "reason": "broken"},
                 "instalments": [{"number": 1, "dueOn": "2026-03-01", "amount": "10.00"}],
                 "discounts": [{"until": "2026-02-10", "percent": "2"}],
                 "documents": [{"kind": "pdf", "url": "https://erp.example/F-1.pdf"}],
                 "debtor": {"sourceId": "C-1", %s}}
                """.formatted(DEBTOR));
    }

    @Test
    void customers() {
        assertReads("customer/1", InvoiceReader::customer, """
                {"source": "erp", "sourceId": "C-1", %s}
                """.formatted(DEBTOR));
    }

    @Test
    void snapshots() {
        assertReads("snapshot/1", json -> SnapshotReader.sourceIds(json, "erp"), """
                {"source": "erp", "sourceIds": ["1", "2"], "count": 2}
                """);
    }

    @Test
    void bank_transactions() {
        assertReads("bank-transaction/1", TransactionReader::transaction, """
                {"account": "ES9121000418450200051332", "currency": "EUR", "statement": "7", "bookedOn": "2026-03-02",
                 "valueOn": "2026-03-02", "status": "booked", "direction": "credit", "reversal": false,
                 "balancing": false, "amount": "10.00",
                 "counterparty": {"name": "Acme", "account": "ES7921000813610123456789", "bic": "CAIXESBB"},
                 "endToEndId": "E-1", "reference": "RF18", "remittance": "F-1", "bankId": "B-1", "occurrence": 1}
                """);
    }

    @Test
    void case_payments() {
        assertReads("case-payment/1", json -> CaseNewsReader.read(json, "strict"), """
                {"caseNumber": "RC-1", "agencyCaseId": "A-1", %s}
                """.formatted(PAYMENT));
    }

    @Test
    void case_reports() {
        assertReads(
                "case-report/1",
                json -> CaseNewsReader.read(json, "strict"),
                """
                {"caseNumber": "RC-1", "agencyCaseId": "A-1", "at": "2026-03-02T08:00:00Z", "state": "closed",
                 "stage": "extrajudicial", "balance": "paid", "outcome": "paid", "currency": "EUR",
                 "outstanding": "0.00", "note": "done", "raw": "settled", "payments": [{%s}]}
                """.formatted(PAYMENT),
                "paymentId"); // what tells a payment from a report
    }

    @Test
    void an_outstanding_sum_needs_its_currency() {
        Contract contract = new Contract("case-report/1", ContractFields.schema("case-report/1"));
        JsonNode sum =
                ContractFields.json("{\"caseNumber\": \"RC-1\", \"state\": \"active\", \"outstanding\": \"1.00\"}");

        assertThat(contract.flaws(sum)).singleElement().satisfies(flaw -> assertThat(flaw.reason())
                .contains("currency"));
    }

    private static void assertReads(String contract, Consumer<JsonNode> reader, String full, String... alsoAsked) {
        JsonNode json = ContractFields.json(full);
        Set<String> fields = ContractFields.of(contract);
        assertThat(ContractFields.in(json)).as("the sample is full").isEqualTo(fields);
        ContractFields.assertKeeps(contract, json);

        Set<String> asked = new TreeSet<>();
        reader.accept(ContractFields.noting(json, asked));
        fields.addAll(Set.of(alsoAsked));
        assertThat(asked).isEqualTo(fields);
    }
}
