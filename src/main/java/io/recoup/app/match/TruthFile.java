package io.recoup.app.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.money.Money;
import io.recoup.reconciliation.backtest.Truth;
import io.recoup.reconciliation.backtest.Truth.Reduction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what payments really pay; the amounts are in the currency of the payment. */
final class TruthFile {

    private TruthFile() {}

    /**
     * @param currencies by key of the payment
     * @return null when there is no such payment
     * @throws FlawedRecord if it cannot be read
     */
    static Truth truth(JsonNode json, Map<String, String> currencies) {
        String transaction = text(json, "", "transaction");
        String currency = currencies.get(transaction);
        if (currency == null) {
            return null;
        }
        List<Reduction> reductions = new ArrayList<>();
        for (JsonNode one : json.path("allocations")) {
            String at = "allocations[" + reductions.size() + "].";
            reductions.add(new Reduction(
                    one.hasNonNull("debtor") ? one.get("debtor").asText() : null,
                    text(one, at, "item"),
                    one.path("instalment").asInt(),
                    amount(one, at, currency)));
        }
        List<Set<String>> interchangeable = new ArrayList<>();
        for (JsonNode group : json.path("interchangeable")) {
            Set<String> numbers = new HashSet<>();
            group.forEach(number -> numbers.add(number.asText()));
            interchangeable.add(numbers);
        }
        return new Truth(
                transaction,
                reductions,
                interchangeable,
                json.hasNonNull("class") ? json.get("class").asText() : null,
                properties(json));
    }

    private static Set<String> properties(JsonNode json) {
        Set<String> properties = new HashSet<>();
        json.path("layers").forEach(layer -> properties.add(layer.asText()));
        if (json.path("hardNegative").asBoolean(false)) {
            properties.add("(hard negative)");
        }
        if (json.path("undecidable").asBoolean(false)) {
            properties.add("(undecidable)");
        }
        return properties;
    }

    private static long amount(JsonNode allocation, String at, String currency) {
        try {
            return Money.parse(text(allocation, at, "amount"), currency).minor();
        } catch (IllegalArgumentException notMoney) {
            throw new FlawedRecord(at + "amount", "cannot be read: " + notMoney.getMessage(), "state it as \"12.50\"");
        }
    }

    private static String text(JsonNode object, String at, String field) {
        if (!object.path(field).isTextual() || object.get(field).asText().isBlank()) {
            throw new FlawedRecord(at + field, "is missing or no text", "add it, in quotes");
        }
        return object.get(field).asText();
    }
}
