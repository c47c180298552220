package io.recoup.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recoup.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code case-report/1} and {@code case-payment/1}: one object or a list of them. An object with a
 * {@code paymentId} is a payment; a report may bring its {@code payments} along. Payments come first in the answer, so
 * that they are booked before the report closes the case. An empty object tells nothing.
 */
public final class CaseNewsReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseNewsReader() {}

    /** @throws IllegalArgumentException if it is no JSON or a field is missing or unreadable; the message names it */
    public static List<CaseNews> read(String json, String agency) {
        try {
            return read(JSON.readTree(json == null ? "" : json), agency);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(
                    "not JSON: " + unreadable.getOriginalMessage() + " (expected case-report/1)", unreadable);
        }
    }

    /** As {@link #read(String, String)}, from JSON already read. */
    public static List<CaseNews> read(JsonNode node, String agency) {
        List<CaseNews> news = new ArrayList<>();
        List<CaseNews> reports = new ArrayList<>();
        for (JsonNode one : node.isArray() ? node : List.of(node)) {
            if (!one.isObject()) {
                throw new IllegalArgumentException("expected a case-report/1 object, not " + one.getNodeType());
            }
            if (one.isEmpty()) {
                continue; // the route gave the news through the door case-reports
            }
            String number = text(one, "caseNumber");
            String theirs = text(one, "agencyCaseId");
            if (one.hasNonNull("paymentId")) {
                news.add(payment(one, agency, number, theirs));
            } else {
                one.path("payments").forEach(part -> news.add(payment(part, agency, number, theirs)));
                reports.add(report(one, agency, number, theirs));
            }
        }
        news.addAll(reports);
        return news;
    }

    private static CaseReport report(JsonNode one, String agency, String number, String theirs) {
        String said = text(one, "state");
        String raw = text(one, "raw");
        String outstanding = text(one, "outstanding");
        return new CaseReport(
                agency,
                number,
                theirs,
                known(CaseState.class, said),
                known(CaseStage.class, text(one, "stage")),
                known(CaseBalance.class, text(one, "balance")),
                known(CaseOutcome.class, text(one, "outcome")),
                outstanding == null ? null : Money.parse(outstanding, required(one, "currency")),
                instant(text(one, "at")),
                text(one, "note"),
                raw == null ? said : raw);
    }

    private static CasePayment payment(JsonNode one, String agency, String number, String theirs) {
        String recipient = required(one, "receivedBy");
        CasePayment.Recipient known = known(CasePayment.Recipient.class, recipient);
        if (known == null) {
            throw new IllegalArgumentException("receivedBy '" + recipient + "' (expected agency or creditor)");
        }
        return new CasePayment(
                agency,
                number,
                theirs,
                required(one, "paymentId"),
                Money.parse(required(one, "amount"), required(one, "currency")),
                day(required(one, "on")),
                known,
                one.path("reversed").asBoolean(false));
    }

    private static String text(JsonNode one, String field) {
        String text = one.path(field).asText("");
        return text.isBlank() || one.path(field).isNull() ? null : text;
    }

    private static String required(JsonNode one, String field) {
        String text = text(one, field);
        if (text == null) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
        return text;
    }

    /** Null for a word we do not know: never a guess. */
    private static <E extends Enum<E>> E known(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(word)) {
                return value;
            }
        }
        return null;
    }

    private static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("field at '" + text + "' (expected 2026-03-31T08:15:00Z)", unreadable);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("field on '" + text + "' (expected 2026-03-31)", unreadable);
        }
    }
}
