package io.recoup.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records that could not be taken, and the ways out: replay after a repair, or dismissal by a person. */
public interface Quarantine {

    /** Open records, oldest first: call again with the last id until the list is empty. */
    List<Row> open(long afterId, int limit);

    Optional<Row> row(long id);

    long countOpen();

    /**
     * Tries the record again with today's contract, map and ledger. Where a delivery stands or falls as a whole (a
     * snapshot, a bank file) the whole is tried again; a snapshot held back because it settles too much is then
     * taken, because the person who replays it says so.
     *
     * @return true when the record is in
     * @throws RefusedReplay if there is no such open row
     */
    boolean replay(long id, String by);

    /** Tries every open record again, but approves nothing: a snapshot that settles too much stays. */
    Replayed replayAll(String by);

    /** @throws RefusedReplay if there is no such open row, or no reason is given */
    void dismiss(long id, String by, String why);

    /** Reads a whole stored delivery again, with the options it came with. */
    DoorReport replayInbox(long inbox, String by);

    /** @param left still in quarantine */
    record Replayed(int taken, int left) {}

    /**
     * @param file name of the delivery's file
     * @param line from 1; 0 = the delivery as a whole
     * @param locator where besides the line, e.g. {@code [3]}; may be empty
     * @param record as it came; null where only the whole delivery can be tried again
     * @param state {@code open}, {@code replayed} or {@code dismissed}
     */
    record Row(
            long id,
            long inbox,
            String door,
            String source,
            String file,
            long line,
            String locator,
            String record,
            String reason,
            String remedy,
            String state,
            int attempts,
            Instant createdAt,
            Instant resolvedAt,
            String resolvedBy,
            String note) {}
}
