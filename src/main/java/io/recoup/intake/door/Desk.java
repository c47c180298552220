package io.recoup.intake.door;

import io.recoup.intake.DoorReport;
import io.recoup.intake.Inbox;
import io.recoup.intake.Quarantine;
import io.recoup.intake.RefusedReplay;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.reading.RawRecord;
import io.recoup.intake.store.InboxStore;
import io.recoup.intake.store.QuarantineStore;
import io.recoup.intake.store.StoredDelivery;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Second chances: for deliveries that were never read to their end, and for records that were held back. */
@Service
public class Desk implements Inbox, Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int PAGE = 100;
    private static final char UNREADABLE = '\uFFFD';

    private final InboxStore inbox;
    private final QuarantineStore quarantine;
    private final Reception reception;
    private final Map<String, StoredDoor> doors;

    Desk(InboxStore inbox, QuarantineStore quarantine, Reception reception, List<StoredDoor> doors) {
        this.inbox = inbox;
        this.quarantine = quarantine;
        this.reception = reception;
        this.doors = doors.stream().collect(Collectors.toMap(StoredDoor::name, Function.identity()));
    }

    @Override
    public int recoverStored() {
        int finished = 0;
        long after = 0;
        for (List<StoredDelivery> page = inbox.unread(after, PAGE); !page.isEmpty(); page = inbox.unread(after, PAGE)) {
            for (StoredDelivery delivery : page) {
                after = delivery.id();
                finished += recover(delivery) ? 1 : 0;
            }
        }
        return finished;
    }

    private boolean recover(StoredDelivery delivery) {
        try {
            return reception.read(door(delivery), delivery, "recovery").isPresent();
        } catch (RuntimeException failure) {
            LOG.error("delivery {} of door {} cannot be recovered yet", delivery.id(), delivery.door(), failure);
            return false;
        }
    }

    @Override
    public List<Entry> latest(int limit) {
        return inbox.latest(limit);
    }

    @Override
    public List<Row> open(long afterId, int limit) {
        return quarantine.open(afterId, limit);
    }

    @Override
    public Optional<Row> row(long id) {
        return quarantine.row(id);
    }

    @Override
    public long countOpen() {
        return quarantine.countOpen();
    }

    @Override
    public boolean replay(long id, String by) {
        Row row = openRow(id);
        StoredDelivery delivery = inbox.get(row.inbox()).orElseThrow();
        return isOfItsOwn(row)
                ? replayRecord(row, delivery, by)
                : replayWhole(row, delivery.with(SnapshotDoor.ALLOW_MANY, "true"), by);
    }

    @Override
    public Replayed replayAll(String by) {
        int taken = 0;
        int left = 0;
        long after = 0;
        Set<Long> wholes = new HashSet<>();
        for (List<Row> page = open(after, PAGE); !page.isEmpty(); page = open(after, PAGE)) {
            for (Row row : page) {
                after = row.id();
                StoredDelivery delivery = inbox.get(row.inbox()).orElseThrow();
                if (isOfItsOwn(row)) {
                    replayRecord(row, delivery, by);
                } else if (wholes.add(row.inbox())) {
                    replayWhole(row, delivery, by);
                }
                boolean isIn = row(row.id()).orElseThrow().state().equals("replayed");
                taken += isIn ? 1 : 0;
                left += isIn ? 0 : 1;
            }
        }
        return new Replayed(taken, left);
    }

    @Override
    public void dismiss(long id, String by, String why) {
        if (why == null || why.isBlank()) {
            throw new RefusedReplay(RefusedReplay.Why.NO_REASON);
        }
        if (!quarantine.resolve(openRow(id).id(), "dismissed", by, why)) {
            throw new RefusedReplay(RefusedReplay.Why.NOT_OPEN);
        }
    }

    @Override
    public DoorReport replayInbox(long id, String by) {
        StoredDelivery delivery =
                inbox.get(id).orElseThrow(() -> new IllegalArgumentException("there is no delivery " + id));
        return reception
                .read(door(delivery), delivery, by)
                .orElseThrow(() -> new IllegalArgumentException("delivery " + id + " is being read just now"));
    }

    private boolean replayRecord(Row row, StoredDelivery delivery, String by) {
        try {
            RawRecord raw = RawRecord.of(row.line(), row.locator(), row.record());
            Optional<Parsed> parsed = door(delivery).parse(delivery, raw);
            if (parsed.isEmpty()) {
                return replayWhole(row, delivery, by);
            }
            if (!parsed.get().flaws().isEmpty()) {
                throw new FlawedRecord(parsed.get().flaws());
            }
            return reception.takeAgain(parsed.get(), row.id(), delivery.id(), by);
        } catch (RuntimeException failure) {
            if (Refusal.isOfTheDatabase(failure)) {
                throw failure;
            }
            FlawedRecord flawed = new FlawedRecord(Refusal.flaws(failure, row.inbox(), row.line()));
            reception.stillWrong(row.id(), flawed.getMessage(), flawed.remedy());
            return false;
        }
    }

    private boolean replayWhole(Row row, StoredDelivery delivery, String by) {
        reception.read(door(delivery), delivery, by);
        return row(row.id()).orElseThrow().state().equals("replayed");
    }

    /** A text with characters that could not be decoded is no record any more: the bytes are. */
    private static boolean isOfItsOwn(Row row) {
        return row.record() != null && row.record().indexOf(UNREADABLE) < 0;
    }

    private Row openRow(long id) {
        return quarantine
                .row(id)
                .filter(row -> row.state().equals("open"))
                .orElseThrow(() -> new RefusedReplay(RefusedReplay.Why.NOT_OPEN));
    }

    private StoredDoor door(StoredDelivery delivery) {
        StoredDoor door = doors.get(delivery.door());
        if (door == null) {
            throw new IllegalArgumentException(
                    "there is no door " + delivery.door() + " for delivery " + delivery.id());
        }
        return door;
    }
}
