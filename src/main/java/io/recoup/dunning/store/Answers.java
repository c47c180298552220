package io.recoup.dunning.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.recoup.dunning.plan.DebtorLook;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.receivables.ItemId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;

/** Spells out looks as JSON, one after the other. */
final class Answers {

    private final ByteArrayOutputStream text = new ByteArrayOutputStream(1024);
    private final JsonGenerator json;

    Answers() {
        try {
            json = new JsonFactory().createGenerator(text).setRootValueSeparator(null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** @return in UTF-8; of an item in a letter also what stands once that has left */
    byte[] of(DebtorLook look) {
        try {
            json.writeStartArray();
            Iterator<DunningDecision> then = look.then().decisions().values().iterator(); // of the same items
            for (Map.Entry<ItemId, DunningDecision> answer :
                    look.plan().decisions().entrySet()) {
                answer(answer.getKey(), answer.getValue(), then.next());
            }
            json.writeEndArray();
            json.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] answers = text.toByteArray();
        text.reset();
        return answers;
    }

    private void answer(ItemId item, DunningDecision decision, DunningDecision then) throws IOException {
        json.writeStartObject();
        json.writeNumberField("item", item.value());
        json.writeStringField("is", decision.word());
        if (decision instanceof DunningDecision.Notice notice) {
            json.writeStringField("level", notice.level().name());
        }
        json.writeStringField("why", decision.reason().stored());
        if (then != decision && !then.reason().equals(decision.reason())) {
            json.writeStringField("then", then.reason().stored());
        }
        if (then.nextOn() != null) {
            json.writeStringField("next", then.nextOn().toString());
        }
        json.writeEndObject();
    }
}
