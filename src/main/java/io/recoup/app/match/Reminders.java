package io.recoup.app.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.reconciliation.match.Book;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which letters listed which documents to whom. What one debtor was sent on one day is one letter. */
final class Reminders {

    private final Set<String> debtors;
    private final SortedMap<String, SortedMap<LocalDate, SortedSet<String>>> letters = new TreeMap<>();

    /** @param debtors the keys of those who are known */
    Reminders(Collection<String> debtors) {
        this.debtors = Set.copyOf(debtors);
    }

    /** @throws FlawedRecord if it cannot be read, or the debtor is unknown */
    void add(JsonNode json) {
        String debtor = text(json.path("debtor"), "debtor");
        if (!debtors.contains(debtor)) {
            throw new FlawedRecord(
                    "debtor",
                    "is " + debtor + ", of whom no other file tells",
                    "state the sourceId of a customer, or source:sourceId where two sources have the same");
        }
        LocalDate sentOn = day(text(json.path("sentOn"), "sentOn"));
        List<String> numbers = new ArrayList<>();
        for (JsonNode number : json.path("items")) {
            numbers.add(text(number, "items[" + numbers.size() + "]"));
        }
        if (numbers.isEmpty()) {
            throw new FlawedRecord("items", "is missing or empty", "list the numbers of the documents in the letter");
        }
        letters.computeIfAbsent(debtor, key -> new TreeMap<>())
                .computeIfAbsent(sentOn, day -> new TreeSet<>())
                .addAll(numbers);
    }

    void enter(Book book) {
        letters.forEach((debtor, days) -> days.forEach((day, numbers) -> book.remind(debtor, day, numbers)));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new FlawedRecord("sentOn", "is " + text + ", which is no day", "write it as 2026-06-30");
        }
    }

    private static String text(JsonNode value, String field) {
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new FlawedRecord(field, "is missing or no text", "add it, in quotes");
        }
        return value.asText().strip();
    }
}
