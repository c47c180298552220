package io.recoup.dunning.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorProfile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The fields of one event; a wrong one is named with its remedy. */
final class EventFields {

    private final String path;
    private final JsonNode node;

    EventFields(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String field, String what, String remedy) {
            super(field + " " + what + ": " + remedy);
        }
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    String text(String field) {
        return has(field)
                        && node.get(field).isValueNode()
                        && !node.get(field).asText().isBlank()
                ? node.get(field).asText().strip()
                : null;
    }

    String or(String text, String absent) {
        return text == null ? absent : text;
    }

    /** The first of these fields that is stated, or the body itself where it is a plain text; null = none. */
    String any(String... fields) {
        if (node.isTextual()) {
            return node.asText();
        }
        return Stream.of(fields)
                .map(this::text)
                .filter(text -> text != null)
                .findFirst()
                .orElse(null);
    }

    String requiredAny(String... fields) {
        String text = any(fields);
        if (text == null) {
            throw new Fault(at(fields[0]), "is missing", "add it");
        }
        return text;
    }

    LocalDate day(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new Fault(at(field), "is '" + text + "'", "write days as 2025-03-31");
        }
    }

    LocalDate requiredDay(String field) {
        LocalDate day = day(field);
        if (day == null) {
            throw new Fault(at(field), "is missing", "write days as 2025-03-31");
        }
        return day;
    }

    int wholeNumber(String field, int least, int most) {
        String text = requiredAny(field);
        if (!text.matches("\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Fault(at(field), "is '" + text + "'", "state a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    /**
     * One of these words, in lower case.
     *
     * @param absent null = the field is required
     * @param known with {@code |} between
     */
    String word(String field, String absent, String known) {
        String word = (absent == null ? requiredAny(field) : or(text(field), absent)).toLowerCase(Locale.ROOT);
        if (!List.of(known.split("[|]")).contains(word)) {
            throw new Fault(at(field), "is '" + word + "'", "state one of " + known.replace("|", ", "));
        }
        return word;
    }

    boolean flag(String field) {
        return has(field) && node.get(field).asBoolean();
    }

    Money amount(String field) {
        return amount(field, requiredAny("currency"));
    }

    Money amount(String field, String currency) {
        String text = requiredAny(field);
        try {
            Money amount = Money.parse(text, currency);
            if (amount.isNegative()) {
                throw new IllegalArgumentException("below zero");
            }
            return amount;
        } catch (IllegalArgumentException noAmount) {
            throw new Fault(
                    at(field), "is '" + text + "' (" + noAmount.getMessage() + ")", "write amounts as \"1250.50\"");
        }
    }

    EventFields inside(String field) {
        return has(field) ? new EventFields(at(field), node.get(field)) : null;
    }

    List<EventFields> list(String field) {
        List<EventFields> entries = new ArrayList<>();
        if (has(field)) {
            node.get(field).forEach(entry -> entries.add(new EventFields(at(field), entry)));
        }
        return entries;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        if (has(field)) {
            node.get(field).forEach(text -> texts.add(text.asText()));
        }
        return texts;
    }

    /** Document numbers: {@code items}, each a text or an object with {@code number}; or one {@code item}. */
    List<String> numbers() {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        List<String> numbers = new ArrayList<>();
        if (has("items") && node.get("items").isTextual()) {
            numbers.add(node.get("items").asText());
        } else if (has("items")) {
            node.get("items")
                    .forEach(item -> numbers.add(
                            item.isObject()
                                    ? new EventFields(at("items"), item).requiredAny("number", "item")
                                    : item.asText()));
        }
        String one = any("item", "invoice", "number");
        if (numbers.isEmpty() && one != null) {
            numbers.add(one);
        }
        return numbers;
    }

    List<String> requiredNumbers() {
        List<String> numbers = numbers();
        if (numbers.isEmpty()) {
            throw new Fault(at("items"), "is missing", "name the documents by their numbers");
        }
        return numbers;
    }

    /** As in {@code invoice/1}, or the customer's id alone. */
    DebtorProfile debtor(String source) {
        if (!has("debtor")) {
            throw new Fault(at("debtor"), "is missing", "state sourceId and name");
        }
        EventFields debtor = new EventFields(at("debtor"), node.get("debtor"));
        String id = debtor.requiredAny("sourceId", "id");
        return EventReader.profile(source, id, debtor);
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
