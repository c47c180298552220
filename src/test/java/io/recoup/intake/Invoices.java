package io.recoup.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.intake.contract.Json;

/** {@code invoice/1} for tests, in the fewest words. */
final class Invoices {

    private Invoices() {}

    static ObjectNode node(String number) {
        ObjectNode invoice = Json.MAPPER.createObjectNode();
        invoice.put("source", "erp")
                .put("sourceId", "id-" + number)
                .put("kind", "invoice")
                .put("number", number)
                .put("issuedOn", "2026-02-01")
                .put("dueOn", "2026-03-03")
                .put("currency", "EUR")
                .put("total", "1250.50");
        invoice.putObject("debtor").put("sourceId", "D1").put("name", "Muñoz e Hijos");
        return invoice;
    }

    static String json(String number) {
        return node(number).toString();
    }

    static String with(String number, String field, String value) {
        return node(number).put(field, value).toString();
    }
}
