package io.recoup.intake.door;

import io.recoup.calendar.BusinessDay;
import io.recoup.intake.DoorReport;
import io.recoup.intake.InDoor;
import io.recoup.intake.IntakeSettings;
import io.recoup.intake.reading.UnreadableDelivery;
import io.recoup.intake.store.DeliveryLock;
import io.recoup.intake.store.InboxStore;
import io.recoup.intake.store.QuarantineStore;
import io.recoup.intake.store.Spool;
import io.recoup.intake.store.StoredDelivery;
import io.recoup.receivables.SourceDeliveries;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What all doors share: store first, know what was there before, read, and keep account of every record. */
@Component
public class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final InboxStore inbox;
    private final QuarantineStore quarantine;
    private final DeliveryLock lock;
    private final TransactionTemplate transaction;
    private final IntakeSettings settings;
    private final SourceDeliveries deliveries;
    private final BusinessDay businessDay;
    private final Semaphore places;

    public Reception(
            InboxStore inbox,
            QuarantineStore quarantine,
            DeliveryLock lock,
            PlatformTransactionManager transactions,
            IntakeSettings settings,
            SourceDeliveries deliveries,
            BusinessDay businessDay) {
        this.inbox = inbox;
        this.quarantine = quarantine;
        this.lock = lock;
        this.settings = settings;
        this.deliveries = deliveries;
        this.businessDay = businessDay;
        this.places = new Semaphore(settings.simultaneous(), true);
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    DoorReport receive(StoredDoor door, InDoor.Delivery delivery, Map<String, String> options) {
        if (delivery.source() == null || delivery.source().isBlank()) {
            throw new IllegalArgumentException("door " + door.name() + " needs to know the source of a delivery");
        }
        StoredDelivery stored;
        try (Spool spool = Spool.of(delivery.body())) {
            stored = transaction.execute(
                    status -> inbox.keep(door.name(), delivery, spool, options, door.statesHowThingsStand()));
        }
        if (stored.isApplied() && !isReadDifferently(stored, options)) {
            tellOf(door, delivery.source());
            LOG.info("door {}: delivery {} came again and changes nothing", door.name(), stored.id());
            return new DoorReport(stored.id(), 0, (int) Math.min(Integer.MAX_VALUE, stored.records()), 0, null);
        }
        if (!stored.options().equals(options)) {
            inbox.useOptions(stored.id(), options);
            stored = inbox.get(stored.id()).orElseThrow();
        }
        // somebody else reads these very bytes already: they are safe, and what became of them is told there
        long id = stored.id();
        Optional<DoorReport> report = read(door, stored, door.name());
        if (inbox.get(id).filter(StoredDelivery::isApplied).isPresent()) {
            tellOf(door, delivery.source());
        }
        return report.orElseGet(() -> new DoorReport(id, 0, 0, 0, null));
    }

    /** That a source is alive is news, too, even when it says nothing new. */
    private void tellOf(StoredDoor door, String source) {
        door.newsOf()
                .ifPresent(kind -> transaction.executeWithoutResult(
                        status -> deliveries.delivered(kind, source, businessDay.today(settings.zone()))));
    }

    /** The same bytes with a repaired charset or map are worth reading again, if something was held back. */
    private boolean isReadDifferently(StoredDelivery original, Map<String, String> options) {
        return !original.options().equals(options) && quarantine.isHolding(original.id());
    }

    /** Reads a stored delivery to its end; empty while somebody else does. */
    Optional<DoorReport> read(StoredDoor door, StoredDelivery delivery, String by) {
        places.acquireUninterruptibly();
        try {
            return lock.holding(delivery.id(), () -> readLocked(door, delivery, by));
        } finally {
            places.release();
        }
    }

    private DoorReport readLocked(StoredDoor door, StoredDelivery delivery, String by) {
        int number = transaction.execute(status -> inbox.begin(delivery.id()));
        Run run = new Run(delivery, number, quarantine, transaction, settings.batch());
        String problem = null;
        boolean readable = true;
        try (InputStream bytes = inbox.open(delivery.id())) {
            door.read(delivery, bytes, run);
            run.flush();
        } catch (UnreadableDelivery unreadable) {
            run.flush();
            readable = run.counts().all() > 0;
            problem = (unreadable.line() > 0 ? "line " + unreadable.line() + ": " : "") + unreadable.getMessage();
            run.hold(unreadable.line(), "to the end", unreadable.getMessage(), unreadable.remedy());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String odd = problem == null ? run.notice() : run.notice() == null ? problem : problem + "; " + run.notice();
        String state = readable ? "applied" : "rejected";
        Run.Counts counts = run.counts();
        transaction.executeWithoutResult(status -> {
            quarantine.resolveNotMetIn(delivery.id(), number, by);
            inbox.finish(delivery.id(), state, counts.applied(), counts.unchanged(), odd);
        });
        LOG.info(
                "door {}: delivery {} {}: {} applied, {} unchanged, {} quarantined",
                door.name(),
                delivery.id(),
                state,
                counts.applied(),
                counts.unchanged(),
                counts.held());
        return new DoorReport(delivery.id(), counts.applied(), counts.unchanged(), counts.held(), odd);
    }

    /** Applies the record of one quarantine row in one transaction; fails as a whole. */
    boolean takeAgain(Parsed parsed, long row, long delivery, String by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = false;
            for (Change change : parsed.changes()) {
                changed |= change.make();
            }
            if (quarantine.resolve(row, "replayed", by, null)) {
                inbox.recordTaken(delivery, changed);
            }
            return true;
        }));
    }

    void stillWrong(long row, String reason, String remedy) {
        transaction.executeWithoutResult(status -> quarantine.stillWrong(row, reason, remedy));
    }
}
