package io.recoup.intake;

import java.io.InputStream;
import java.util.Map;

/** The inside of an in door of the {@code recoup:} component. */
public interface InDoor {

    /** The door's name in {@code recoup:<name>}, e.g. {@code invoices}. */
    String name();

    /**
     * Stores the bytes first, then reads, validates and applies them record by record. A bad record is quarantined
     * with file, line and reason; the good ones beside it go on. The same bytes from the same source again change
     * nothing.
     *
     * @param options the endpoint's options besides the source: {@code map}, {@code columns}, {@code account}, …
     * @throws java.io.UncheckedIOException if the body cannot be read to its end; nothing of it is applied then
     */
    DoorReport accept(Delivery delivery, Map<String, String> options);

    /**
     * @param source the system it comes from, the door's {@code source}, {@code account} or {@code agency} option
     * @param name file name or another name for people; may be null
     */
    record Delivery(String source, String name, InputStream body) {}
}
