package io.recoup.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.OpenItem;
import java.util.List;

/** Writes {@code case/1} and the bodies of the messages. Amounts are decimal strings. */
final class CaseBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseBody() {}

    /** What every attempt to submit has in common: it must not change under one idempotency key. */
    static String of(Placement placement, Money principal, DebtorAccount account, List<OpenItem> items) {
        ObjectNode body = JSON.createObjectNode()
                .put("caseNumber", placement.caseNumber())
                .put("agency", placement.agency())
                .put("idempotencyKey", placement.idempotencyKey().toString())
                .put("currency", principal.currencyCode())
                .put("amount", principal.toDecimal())
                .put("createdOn", placement.createdOn().toString());
        ObjectNode debtor = body.putObject("debtor").put("name", account.name());
        putIfKnown(debtor, "taxId", account.taxId());
        putIfKnown(debtor, "language", account.language());
        putIfKnown(debtor, "country", account.country());
        account.emails().stream().findFirst().ifPresent(email -> debtor.put("email", email));
        for (OpenItem item : items) {
            body.withArray("items")
                    .addObject()
                    .put("number", item.number())
                    .put("issuedOn", item.issuedOn().toString())
                    .put("dueOn", item.dueOn().toString())
                    .put("amount", item.original().toDecimal())
                    .put("open", item.open().toDecimal());
        }
        return body.toString();
    }

    /** @param lookupFirst an earlier attempt may have arrived: look the case up before sending it */
    static String attempt(String request, int attempt, boolean lookupFirst) {
        return object(request)
                .put("attempt", attempt)
                .put("lookupFirst", lookupFirst)
                .toString();
    }

    /** Turns minor units into the decimal string of our contracts. */
    static String message(String json) {
        ObjectNode body = object(json);
        if (body.has("amountMinor")) {
            Money amount = Money.of(
                    body.remove("amountMinor").asLong(), body.path("currency").asText());
            body.put("amount", amount.toDecimal());
        }
        return body.toString();
    }

    static String agencyOf(String json) {
        return object(json).path("agency").asText();
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("our own body is no JSON", unreadable);
        }
    }

    private static void putIfKnown(ObjectNode node, String field, String value) {
        if (value != null && !value.isBlank()) {
            node.put(field, value);
        }
    }
}
