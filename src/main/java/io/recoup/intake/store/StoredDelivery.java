package io.recoup.intake.store;

import java.util.HashMap;
import java.util.Map;

/**
 * A delivery in the inbox.
 *
 * @param state {@code stored}, {@code applied} or {@code rejected}
 * @param repeats how often the same bytes came again
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
        int repeats,
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
        return new StoredDelivery(id, door, source, name, bytes, state, repeats, run, records, more);
    }
}
