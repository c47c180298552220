package io.recoup.demo.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.calendar.BusinessDay;
import io.recoup.demo.agency.store.AgencyBook;
import io.recoup.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The demo agency over HTTP, under {@code /demo/agency/v1}. Every call needs {@code Authorization: Bearer} with the
 * token of {@code demo-agency.token}; amounts are decimal strings.
 *
 * <ul>
 *   <li>{@code POST /cases}: a {@code case/1}; {@code attempt} and {@code lookupFirst} are ignored. Under a known
 *       {@code Idempotency-Key} the stored answer comes again, 422 if the body is another. 201 with the case.
 *   <li>{@code GET /cases/{id}}: {@code {"id": "CAS-1", "creditorReference", "status", "phase", "currency",
 *       "principal", "outstanding", "payments": [{"id", "amount", "date", "to": "us"|"client"}]}}; 404 if unknown.
 *   <li>{@code GET /cases/by-creditor-reference/{ref}}: the same, by the client's case number.
 *   <li>{@code POST /cases/{id}/payments}: {@code {"key", "amount", "currency", "on", "reversed"}}, a payment to the
 *       client; a known key changes nothing. Answers with the case.
 *   <li>{@code POST /cases/{id}/recall}: the case becomes {@code withdrawn}. Answers with the case.
 * </ul>
 *
 * Statuses follow the business date: received, checking from day 1, in_progress from day 2, then settled, uncollectable
 * or withdrawn, by {@link AgencyPlan}.
 */
@RestController
@Profile("demo")
@RequestMapping("/demo/agency/v1")
class DemoAgencyApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AgencyBook book;
    private final BusinessDay day;
    private final byte[] authorization;

    DemoAgencyApi(AgencyBook book, BusinessDay day, @Value("${demo-agency.token:}") String token) {
        this.book = book;
        this.day = day;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping("/cases")
    ResponseEntity<String> open(
            @RequestHeader(name = "Authorization", required = false) String credentials,
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody String body) {
        return answer(credentials, () -> {
            ObjectNode wanted = object(body).without(List.of("attempt", "lookupFirst"));
            LocalDate today = today();
            AgencyBook.Answer answer = book.open(
                    key,
                    wanted.toString(),
                    text(wanted, "caseNumber"),
                    text(wanted.path("debtor"), "name"),
                    Money.parse(text(wanted, "amount"), text(wanted, "currency")),
                    today,
                    opened -> opened.json(today));
            return answer.same()
                    ? json(201, answer.json())
                    : error(422, "this Idempotency-Key was used with another body");
        });
    }

    @GetMapping("/cases/{id}")
    ResponseEntity<String> status(
            @RequestHeader(name = "Authorization", required = false) String credentials, @PathVariable String id) {
        return withCase(credentials, id, found -> {});
    }

    @GetMapping("/cases/by-creditor-reference/{reference}")
    ResponseEntity<String> byReference(
            @RequestHeader(name = "Authorization", required = false) String credentials,
            @PathVariable String reference) {
        return answer(credentials, () -> shown(book.byReference(reference, today()), reference));
    }

    @PostMapping("/cases/{id}/payments")
    ResponseEntity<String> payment(
            @RequestHeader(name = "Authorization", required = false) String credentials,
            @PathVariable String id,
            @RequestBody String body) {
        return withCase(credentials, id, found -> {
            JsonNode paid = object(body);
            Money amount = Money.parse(text(paid, "amount"), text(paid, "currency"));
            if (!amount.currency().equals(found.amount().currency())) {
                throw new IllegalArgumentException(
                        "the case is in " + found.amount().currencyCode());
            }
            boolean reversed = paid.path("reversed").asBoolean(false);
            book.payClient(
                    found.number(),
                    text(paid, "key"),
                    reversed ? amount.negated() : amount,
                    LocalDate.parse(text(paid, "on")));
        });
    }

    @PostMapping("/cases/{id}/recall")
    ResponseEntity<String> recall(
            @RequestHeader(name = "Authorization", required = false) String credentials, @PathVariable String id) {
        return withCase(credentials, id, found -> book.recall(found.number(), today()));
    }

    private ResponseEntity<String> withCase(String credentials, String id, Consumer<AgencyCase> change) {
        return answer(credentials, () -> {
            Function<Long, Optional<AgencyCase>> find = number -> book.find(number, today());
            Optional<Long> number =
                    id.matches("CAS-\\d{1,18}") ? Optional.of(Long.valueOf(id.substring(4))) : Optional.empty();
            Optional<AgencyCase> found = number.flatMap(find);
            found.ifPresent(change);
            return shown(number.flatMap(find), id);
        });
    }

    private ResponseEntity<String> answer(String credentials, Supplier<ResponseEntity<String>> answer) {
        byte[] given = String.valueOf(credentials).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, authorization)) {
            return error(401, "unknown token");
        }
        try {
            return answer.get();
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
            return error(422, unreadable.getMessage());
        }
    }

    private ResponseEntity<String> shown(Optional<AgencyCase> found, String wanted) {
        return found.map(one -> json(200, one.json(today()))).orElseGet(() -> error(404, "no case " + wanted));
    }

    private static ResponseEntity<String> error(int status, String reason) {
        return json(status, JSON.createObjectNode().put("error", reason).toString());
    }

    private static ResponseEntity<String> json(int status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static ObjectNode object(String body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("not JSON", unreadable);
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    private static String text(JsonNode body, String field) {
        String text = body.path(field).asText("");
        if (text.isBlank()) {
            throw new IllegalArgumentException("field " + field + " is missing");
        }
        return text;
    }

    private LocalDate today() {
        return day.today(ZoneOffset.UTC);
    }
}
