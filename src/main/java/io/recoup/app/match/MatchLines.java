package io.recoup.app.match;

import com.fasterxml.jackson.core.JsonGenerator;
import io.recoup.money.Money;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Match.Part;
import io.recoup.reconciliation.match.Match.RunnerUp;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Prints what each payment pays, one JSON object a line. */
final class MatchLines {

    private static final int DIGITS = 6;

    /** The most a proposal may state: only what is booked unasked may be as good as certain. */
    private static final BigDecimal NOT_CERTAIN = BigDecimal.ONE.subtract(BigDecimal.ONE.movePointLeft(DIGITS));

    private final JsonGenerator json;

    /** @param json separates objects by itself */
    MatchLines(JsonGenerator json) {
        this.json = json;
    }

    void match(Match match) throws IOException {
        Currency currency = match.payment().amount().currency();
        begin(match.payment().key(), match.decision(), confidence(match));
        json.writeArrayFieldStart("allocations");
        for (Part part : match.parts()) {
            allocation(part, currency);
        }
        json.writeEndArray();
        json.writeStringField("residual", match.residual().toDecimal());
        texts("why", match.why().stream().map(Reason::toString).toList());
        if (match.against() != null) {
            json.writeStringField("against", match.against().toString());
        }
        runnerUp(match.runnerUp());
        json.writeStringField(
                "stratum", match.stratum() == null ? null : match.stratum().toString());
        json.writeEndObject();
    }

    /** A movement that is no payment and that somebody has to know of. */
    void none(Transactions.Incoming incoming) throws IOException {
        begin(incoming.key(), Decision.NONE, BigDecimal.ZERO.setScale(DIGITS));
        json.writeArrayFieldStart("allocations");
        json.writeEndArray();
        json.writeStringField(
                "residual",
                Money.zero(incoming.transaction().amount().currency()).toDecimal());
        texts("why", List.of(incoming.why()));
        json.writeNullField("runnerUp");
        json.writeNullField("stratum");
        json.writeEndObject();
    }

    private void begin(String key, Decision decision, BigDecimal confidence) throws IOException {
        json.writeStartObject();
        json.writeStringField("transaction", key);
        json.writeStringField("decision", decision.name().toLowerCase(Locale.ROOT));
        json.writeNumberField("confidence", confidence);
    }

    private void allocation(Part part, Currency currency) throws IOException {
        json.writeStartObject();
        json.writeStringField("item", part.item().number());
        if (part.item().instalment() > 0) {
            json.writeNumberField("instalment", part.item().instalment());
        }
        json.writeStringField("debtor", part.item().debtor());
        json.writeStringField("amount", new Money(part.amount(), currency).toDecimal());
        json.writeStringField("kind", part.kind().word());
        if (part.forgiven() != 0) {
            json.writeStringField("forgiven", new Money(part.forgiven(), currency).toDecimal());
        }
        json.writeEndObject();
    }

    private void runnerUp(RunnerUp second) throws IOException {
        if (second == null) {
            json.writeNullField("runnerUp");
            return;
        }
        json.writeObjectFieldStart("runnerUp");
        texts("items", second.items().stream().map(MatchItem::number).toList());
        json.writeStringField("why", second.lost().toString());
        json.writeEndObject();
    }

    private void texts(String field, List<String> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static BigDecimal confidence(Match match) {
        BigDecimal rounded = BigDecimal.valueOf(match.confidence()).setScale(DIGITS, RoundingMode.HALF_UP);
        return match.decision() == Decision.AUTO ? rounded : rounded.min(NOT_CERTAIN);
    }
}
