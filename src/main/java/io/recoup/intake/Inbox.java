package io.recoup.intake;

import java.time.Instant;
import java.util.List;

/** The raw deliveries, as they came. */
public interface Inbox {

    /**
     * Reads what was stored and never finished, because the application or the database went away. Safe to call at
     * any time by any number of replicas: a delivery that somebody is reading is left alone.
     *
     * @return how many deliveries were finished
     */
    int recoverStored();

    /** The latest deliveries, newest first. */
    List<Entry> latest(int limit);

    /**
     * @param state {@code stored}, {@code applied} or {@code rejected}
     * @param bytes size as received
     * @param repeats how often the same bytes came again and changed nothing
     * @param problem why it could not be read, or what is odd about it; null mostly
     */
    record Entry(
            long id,
            String door,
            String source,
            String name,
            String state,
            long bytes,
            Instant receivedAt,
            int repeats,
            long records,
            long applied,
            long unchanged,
            long quarantined,
            String problem) {}
}
