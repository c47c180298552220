package io.recoup.intake.store;

import java.util.HashMap;
import java.util.Map;

/**
 * A delivery in the inbox.
 *
 * @param state {@code stored}, {@code applied}, {@code duplicate} or {@code rejected}
 * @param original the delivery that holds the bytes: itself, or the one it is a duplicate of
 * @param run how often reading it was begun
 * @param records how many it was found to hold, when it was last read to its end
 */
public record StoredDelivery(
        long id,
        String door,
        String source,
        String name,
        long bytes,
        String state,
        long original,
        int run,
        long records,
        Map<String, String> options) {

    /** What messages call it. */
    public String file() {
        return name == null || name.isBlank() ? "delivery " + id : name;
    }

    public boolean isApplied() {
        return state.equals("applied");
    }

    /** The same delivery, read with one more option. */
    public StoredDelivery with(String option, String value) {
        Map<String, String> more = new HashMap<>(options);
        more.put(option, value);
        return new StoredDelivery(id, door, source, name, bytes, state, original, run, records, more);
    }
}
