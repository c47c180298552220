package io.recoup.dunning.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
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

    private static final SerializableString ITEM = new SerializedString("item");
    private static final SerializableString IS = new SerializedString("is");
    private static final SerializableString LEVEL = new SerializedString("level");
    private static final SerializableString WHY = new SerializedString("why");
    private static final SerializableString THEN = new SerializedString("then");
    private static final SerializableString NEXT = new SerializedString("next");

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
        json.writeFieldName(ITEM);
        json.writeNumber(item.value());
        text(IS, decision.word());
        if (decision instanceof DunningDecision.Notice notice) {
            text(LEVEL, notice.level().name());
        }
        text(WHY, decision.reason().stored());
        if (then != decision && !then.reason().equals(decision.reason())) {
            text(THEN, then.reason().stored());
        }
        if (then.nextOn() != null) {
            text(NEXT, then.nextOn().toString());
        }
        json.writeEndObject();
    }

    private void text(SerializableString name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }
}
