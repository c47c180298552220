package io.recoup.dunning.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.ItemKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads events, one JSON object a line. A line that cannot be read is reported and left out. */
public final class EventReader {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static final String HOLDS = "dispute|promise|pause|collection_off|direct_debit|factored|agency";

    private static final List<String> KINDS = List.of(
            "invoice", "creditNote", "receipt", "reversal", "hold", "release", "cancel", "deliveryFailed", "approve");

    private final String file;
    private final int termDays;
    private final Consumer<String> faults;

    /**
     * @param file its name for faults
     * @param termDays payment term of documents that state no due date and whose debtor states none
     * @param faults hears {@code file:line: field: what is wrong: remedy}
     */
    public EventReader(String file, int termDays, Consumer<String> faults) {
        this.file = file;
        this.termDays = termDays;
        this.faults = faults;
    }

    public List<Event> read(BufferedReader lines) throws IOException {
        List<Event> events = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                events.addAll(read(JSON.readTree(line)));
            } catch (JsonProcessingException malformed) {
                faults.accept(file + ":" + number + ": no JSON: " + malformed.getOriginalMessage()
                        + ": write one JSON object on each line");
            } catch (EventFields.Fault fault) {
                faults.accept(file + ":" + number + ": " + fault.getMessage());
            }
        }
        return events;
    }

    private List<? extends Event> read(JsonNode line) {
        EventFields event = new EventFields("", line);
        LocalDate on = event.requiredDay("on");
        List<String> stated = KINDS.stream().filter(line::has).toList();
        if (stated.size() != 1) {
            throw new EventFields.Fault(
                    stated.isEmpty() ? "the event" : String.join(", ", stated),
                    stated.isEmpty() ? "is of no known kind" : "cannot stand in one line",
                    "state 'on' and one of " + String.join(", ", KINDS));
        }
        String kind = stated.get(0);
        EventFields body = new EventFields(kind, line.get(kind));
        return switch (kind) {
            case "invoice" ->
                body.text("kind") != null && body.text("kind").equals("credit_note")
                        ? List.of(creditNote(on, body))
                        : invoices(on, body);
            case "creditNote" -> List.of(creditNote(on, body));
            case "receipt" ->
                List.of(new Event.Receipt(
                        on, body.text("id"), body.text("debtor"), body.amount("amount"), body.numbers()));
            case "reversal" -> List.of(new Event.Reversal(on, body.requiredAny("receipt", "of", "id")));
            case "hold" -> List.of(hold(on, body));
            case "release" ->
                List.of(new Event.Release(
                        on,
                        body.any("hold", "id"),
                        body.text("debtor"),
                        body.numbers(),
                        body.has("kind") ? body.word("kind", null, HOLDS) : null));
            case "cancel" -> List.of(new Event.Cancel(on, body.requiredNumbers()));
            case "deliveryFailed" ->
                List.of(new Event.DeliveryFailed(on, body.requiredAny("debtor"), body.flag("permanent")));
            default -> List.of(new Event.Approve(on, body.text("debtor"), body.text("level")));
        };
    }

    private List<Event.Invoice> invoices(LocalDate on, EventFields body) {
        DebtorProfile debtor = body.debtor(body.or(body.text("source"), "erp"));
        String number = body.requiredAny("number");
        Money total = body.amount("total");
        LocalDate issuedOn = body.day("issuedOn") == null ? on : body.day("issuedOn");
        EventFields hold = body.inside("hold");
        String state = body.or(body.text("state"), "open");
        Money open =
                state.equals("open") ? body.has("open") ? body.amount("open") : null : Money.zero(total.currency());
        List<EventFields> parts = body.list("instalments");
        List<Event.Invoice> invoices = new ArrayList<>();
        if (parts.isEmpty()) {
            LocalDate dueOn = body.day("dueOn") == null ? issuedOn.plusDays(term(body)) : body.day("dueOn");
            invoices.add(invoice(on, debtor, body, number, 0, issuedOn, dueOn, total, open, hold));
        }
        for (EventFields part : parts) {
            Money amount = part.amount("amount", total.currencyCode());
            invoices.add(invoice(
                    on,
                    debtor,
                    body,
                    number,
                    part.wholeNumber("number", 1, 999),
                    issuedOn,
                    part.requiredDay("dueOn"),
                    amount,
                    state.equals("open") ? null : Money.zero(amount.currency()),
                    hold));
        }
        return invoices;
    }

    private static Event.Invoice invoice(
            LocalDate on,
            DebtorProfile debtor,
            EventFields body,
            String number,
            int instalment,
            LocalDate issuedOn,
            LocalDate dueOn,
            Money total,
            Money open,
            EventFields hold) {
        if (!total.isPositive() || open != null && (open.isNegative() || open.exceeds(total))) {
            throw new EventFields.Fault(
                    open == null ? "invoice.total" : "invoice.open",
                    "is " + (open == null ? total : open),
                    "state a total above zero and an open amount from 0 to the total");
        }
        if (dueOn.isBefore(issuedOn)) {
            throw new EventFields.Fault("invoice.dueOn", "is before the issue", "correct one of the two days");
        }
        String kind = body.word("kind", "invoice", "invoice|debit_note|instalment|fee|interest");
        return new Event.Invoice(
                on,
                debtor,
                debtor.source(),
                instalment > 0 ? ItemKind.INSTALMENT : ItemKind.of(kind),
                number,
                instalment,
                issuedOn,
                dueOn,
                total,
                open,
                hold == null
                        ? null
                        : new DebtorAccount.Hold(
                                0, null, hold.word("kind", null, HOLDS), hold.day("until"), hold.text("reason")));
    }

    private int term(EventFields invoice) {
        EventFields debtor = invoice.inside("debtor");
        return debtor == null || !debtor.has("termDays") ? termDays : debtor.wholeNumber("termDays", 0, 365);
    }

    private static Event.CreditNote creditNote(LocalDate on, EventFields body) {
        String source = body.or(body.text("source"), "erp");
        String invoice = body.any("creditNoteFor", "invoice", "item", "for");
        if (invoice == null && !body.has("debtor")) {
            throw new EventFields.Fault("creditNote.debtor", "is missing", "name the debtor, or the invoice");
        }
        return new Event.CreditNote(
                on,
                body.has("debtor") ? body.debtor(source) : null,
                source,
                body.requiredAny("number", "id"),
                body.day("issuedOn") == null ? on : body.day("issuedOn"),
                body.amount(body.has("total") ? "total" : "amount"),
                invoice);
    }

    private static Event.Hold hold(LocalDate on, EventFields body) {
        if (body.text("debtor") == null && body.numbers().isEmpty()) {
            throw new EventFields.Fault("hold.debtor", "is missing", "name the debtor, or the item");
        }
        return new Event.Hold(
                on,
                body.text("id"),
                body.text("debtor"),
                body.numbers(),
                body.word("kind", "pause", HOLDS),
                body.day("until"),
                body.text("reason"));
    }

    /** One with an id alone has no name: what is known of the debtor stays as it is. */
    static DebtorProfile profile(String source, String id, EventFields debtor) {
        List<DebtorProfile.Contact> contacts = new ArrayList<>();
        for (EventFields contact : debtor.list("contacts")) {
            if (contact.text("email") != null) {
                contacts.add(
                        new DebtorProfile.Contact(contact.or(contact.text("kind"), "billing"), contact.text("email")));
            }
        }
        if (!debtor.has("contacts")) {
            contacts.add(new DebtorProfile.Contact("billing", id + "@debtor.invalid"));
        }
        boolean stated = Stream.of(
                        "name", "language", "country", "taxId", "type", "category", "tags", "agent", "contacts")
                .anyMatch(debtor::has);
        EventFields agent = debtor.inside("agent");
        return new DebtorProfile(
                new DebtorId(0),
                source,
                id,
                stated ? debtor.or(debtor.text("name"), id) : "",
                debtor.text("language"),
                debtor.text("country"),
                debtor.text("taxId"),
                debtor.has("type") ? debtor.word("type", null, "consumer|business") : null,
                debtor.text("category"),
                debtor.texts("tags"),
                null,
                agent == null ? null : agent.text("name"),
                agent == null ? null : agent.text("email"),
                contacts);
    }
}
