package io.recoup.outbox;

import java.util.Collection;
import java.util.List;

/** The book of facts. Both calls join the caller's transaction. */
public interface Outbox {

    void record(Collection<? extends Fact> facts);

    default void record(Fact fact) {
        record(List.of(fact));
    }

    /**
     * The next facts for one subscriber, oldest first, locked against other readers of the same subscription until
     * the transaction ends; committing it marks them as read. A new subscriber starts with the oldest fact.
     *
     * @param types simple class names to receive; empty = all
     */
    List<RecordedFact> take(String subscriber, Collection<String> types, int limit);

    /**
     * How far a subscriber has read, as a mark that changes when it reads on; it does not until the transaction ends.
     * Waits for who reads at this moment.
     */
    String position(String subscriber);
}
