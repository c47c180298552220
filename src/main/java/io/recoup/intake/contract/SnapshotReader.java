package io.recoup.intake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** From {@code snapshot/1}, checked against its contract, to the ids that are still open. */
public final class SnapshotReader {

    private SnapshotReader() {}

    /**
     * @param owner the source whose door it came through
     * @throws FlawedRecord if it is another source's, or not complete
     */
    public static Set<String> sourceIds(JsonNode snapshot, String owner) {
        String source = snapshot.get("source").asText();
        if (!source.equals(owner)) {
            throw new FlawedRecord(
                    "source",
                    "is " + Flaw.shown(source) + ", but this door belongs to " + Flaw.shown(owner),
                    "send it to the door of its own source");
        }
        JsonNode listed = snapshot.get("sourceIds");
        JsonNode count = snapshot.get("count");
        if (listed.size() != count.asLong()) {
            throw new FlawedRecord(
                    "count",
                    "is " + count + ", but the list has " + listed.size() + " ids: it is not complete",
                    "have the source send the complete list");
        }
        Set<String> ids = new LinkedHashSet<>();
        listed.forEach(id -> ids.add(id.asText()));
        return ids;
    }
}
