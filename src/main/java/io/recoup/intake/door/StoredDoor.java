package io.recoup.intake.door;

import io.recoup.intake.InDoor;
import io.recoup.intake.reading.RawRecord;
import io.recoup.intake.store.StoredDelivery;
import io.recoup.receivables.SourceDeliveries;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A door as the reception uses it, once a delivery is in the inbox. */
interface StoredDoor extends InDoor {

    /**
     * Reads a stored delivery into the run.
     *
     * @throws io.recoup.intake.reading.UnreadableDelivery from the point on where it cannot be read
     */
    void read(StoredDelivery delivery, InputStream bytes, Run run) throws IOException;

    /**
     * Whether a delivery says how something stands now, so that what it said before counts again once it said
     * something else in between. Elsewhere the same bytes are never news: a file dropped again by mistake must not bring
     * back what it once said.
     */
    default boolean statesHowThingsStand() {
        return false;
    }

    /**
     * What a delivery is news of: the bank's money or the ERP's documents, in whose absence nobody should be reminded.
     * Empty where neither.
     */
    default Optional<SourceDeliveries.Kind> newsOf() {
        return Optional.empty();
    }

    /**
     * Reads one quarantined record again.
     *
     * @return empty where a delivery stands or falls as a whole
     */
    default Optional<Parsed> parse(StoredDelivery delivery, RawRecord record) {
        return Optional.empty();
    }
}
