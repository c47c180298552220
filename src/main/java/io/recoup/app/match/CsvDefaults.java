package io.recoup.app.match;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What a list with few columns leaves unsaid, filled in as its reader would. */
final class CsvDefaults {

    private static final String SOURCE = "csv";

    private CsvDefaults() {}

    /** @param currency of rows that state none; null = they must */
    static ObjectNode complete(String contract, ObjectNode record, String currency) {
        switch (contract) {
            case "invoice/1" -> document(record);
            case "customer/1" -> orElse(record, "source", SOURCE);
            case "bank-transaction/1" -> transaction(record);
            default -> {}
        }
        if (currency != null && (contract.equals("invoice/1") || contract.equals("bank-transaction/1"))) {
            orElse(record, "currency", currency);
        }
        return record;
    }

    /** A document below zero in a list of what customers owe is a credit note. */
    private static void document(ObjectNode document) {
        orElse(document, "source", SOURCE);
        orElse(document, "sourceId", text(document, "number"));
        orElse(document, "total", text(document, "open"));
        if (text(document, "total") != null && text(document, "total").startsWith("-")) {
            orElse(document, "kind", "credit_note");
            document.put("total", text(document, "total").substring(1));
            if (text(document, "open") != null && text(document, "open").startsWith("-")) {
                document.put("open", text(document, "open").substring(1));
            }
        }
        orElse(document, "kind", "invoice");
        document.put("kind", text(document, "kind").toLowerCase(Locale.ROOT).replace(' ', '_'));
        lowerCase(document, "state");
        ObjectNode debtor = document.withObjectProperty("debtor");
        orElse(debtor, "sourceId", text(debtor, "name"));
        orElse(debtor, "name", text(debtor, "sourceId"));
    }

    /** Where no direction is stated the sign of the amount is it. */
    private static void transaction(ObjectNode movement) {
        String amount = text(movement, "amount");
        if (amount != null && !movement.has("direction")) {
            movement.put("direction", amount.startsWith("-") ? "debit" : "credit");
            movement.put("amount", amount.startsWith("-") ? amount.substring(1) : amount);
        }
        orElse(movement, "account", "unknown");
        orElse(movement, "status", "booked");
        lowerCase(movement, "status");
        lowerCase(movement, "direction");
        flag(movement, "reversal");
        flag(movement, "balancing");
    }

    private static void flag(ObjectNode record, String field) {
        String word = text(record, field);
        if (word != null && word.toLowerCase(Locale.ROOT).matches("true|false|1|0|yes|no")) {
            record.put(field, word.toLowerCase(Locale.ROOT).matches("true|1|yes"));
        }
    }

    private static void lowerCase(ObjectNode record, String field) {
        if (record.has(field)) {
            record.put(field, text(record, field).toLowerCase(Locale.ROOT));
        }
    }

    private static void orElse(ObjectNode record, String field, String value) {
        if (!record.has(field) && value != null) {
            record.put(field, value);
        }
    }

    private static String text(ObjectNode record, String field) {
        return record.has(field) ? record.get(field).asText() : null;
    }
}
