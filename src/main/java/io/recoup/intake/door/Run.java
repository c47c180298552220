package io.recoup.intake.door;

import io.recoup.intake.contract.Flaw;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.reading.RawRecord;
import io.recoup.intake.store.QuarantineStore;
import io.recoup.intake.store.StoredDelivery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One reading of one delivery: gathers records, applies them some hundred to a transaction, and where a batch fails
 * goes through it one by one, so that only what is wrong is held back.
 */
final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final int PROGRESS = 100_000;
    private static final int TRIES = 3;

    private final StoredDelivery delivery;
    private final int number;
    private final QuarantineStore quarantine;
    private final TransactionTemplate transaction;
    private final int batch;
    private final List<Pending> pending = new ArrayList<>();
    private int changes;
    private Counts counts = new Counts(0, 0, 0);
    private String notice;

    Run(StoredDelivery delivery, int number, QuarantineStore quarantine, TransactionTemplate transaction, int batch) {
        this.delivery = delivery;
        this.number = number;
        this.quarantine = quarantine;
        this.transaction = transaction;
        this.batch = batch;
    }

    record Counts(int applied, int unchanged, int held) {

        Counts plus(Counts more) {
            return new Counts(applied + more.applied, unchanged + more.unchanged, held + more.held);
        }

        int all() {
            return applied + unchanged + held;
        }
    }

    private record Pending(RawRecord raw, Parsed parsed) {}

    StoredDelivery delivery() {
        return delivery;
    }

    Counts counts() {
        return counts;
    }

    /** What is odd about the delivery though it was read; null mostly. */
    String notice() {
        return notice;
    }

    /** Says something about the delivery as a whole that a person should know. */
    void notice(String words) {
        notice = notice == null ? words : notice.length() > 1000 ? notice : notice + "; " + words;
    }

    void take(RawRecord raw, Supplier<Parsed> parser) {
        pending.add(new Pending(raw, parsed(raw, parser)));
        changes += pending.get(pending.size() - 1).parsed.changes().size();
        if (pending.size() >= batch || changes >= batch) {
            flush();
        }
    }

    private Parsed parsed(RawRecord raw, Supplier<Parsed> parser) {
        if (raw.fault() != null) {
            return new Parsed(List.of(), List.of(new Flaw("", raw.fault(), raw.remedy())));
        }
        try {
            return parser.get();
        } catch (RuntimeException failure) {
            if (Refusal.isOfTheDatabase(failure)) {
                throw failure;
            }
            return new Parsed(List.of(), Refusal.flaws(failure, delivery.id(), raw.line()));
        }
    }

    /** Counts what was entered by other ways than {@link #take}. */
    void count(long applied, long unchanged) {
        counts = counts.plus(new Counts(Math.toIntExact(applied), Math.toIntExact(unchanged), 0));
    }

    /** Holds back what no record text stands for: the whole, or a part that only reading again can bring. */
    void hold(long line, String locator, String reason, String remedy) {
        flush();
        inTransaction(() -> {
            quarantine.put(delivery, number, new QuarantineStore.Case(line, locator, null, reason, remedy));
            return null;
        });
        counts = counts.plus(new Counts(0, 0, 1));
    }

    void flush() {
        if (pending.isEmpty()) {
            return;
        }
        Counts done;
        try {
            done = transaction.execute(status -> {
                Counts sum = made(pending.stream()
                        .flatMap(record -> record.parsed.changes().stream())
                        .toList());
                for (Pending record : pending) {
                    sum = sum.plus(held(record.raw, record.parsed.flaws()));
                }
                return sum;
            });
        } catch (RuntimeException failure) {
            LOG.info("delivery {}: a batch of {} goes one by one", delivery.id(), pending.size());
            done = new Counts(0, 0, 0);
            for (Pending record : pending) {
                done = done.plus(oneByOne(record));
            }
        }
        int before = counts.all() / PROGRESS;
        counts = counts.plus(done);
        if (counts.all() / PROGRESS > before) {
            LOG.info("delivery {}: {} records so far", delivery.id(), counts.all());
        }
        pending.clear();
        changes = 0;
    }

    private Counts oneByOne(Pending record) {
        List<Flaw> flaws = new ArrayList<>(record.parsed.flaws());
        Counts sum = new Counts(0, 0, 0);
        for (Change change : record.parsed.changes()) {
            try {
                sum = sum.plus(inTransaction(() -> made(List.of(change))));
            } catch (RuntimeException failure) {
                if (Refusal.isOfTheDatabase(failure)) {
                    throw failure;
                }
                flaws.addAll(Refusal.flaws(failure, delivery.id(), record.raw.line()));
            }
        }
        return sum.plus(inTransaction(() -> held(record.raw, flaws)));
    }

    private static Counts made(List<Change> changes) {
        int applied = changes.isEmpty() ? 0 : changes.get(0).makeAll(changes);
        return new Counts(applied, changes.size() - applied, 0);
    }

    private Counts held(RawRecord raw, List<Flaw> flaws) {
        if (flaws.isEmpty()) {
            return new Counts(0, 0, 0);
        }
        FlawedRecord flawed = new FlawedRecord(flaws);
        quarantine.put(
                delivery,
                number,
                new QuarantineStore.Case(raw.line(), raw.locator(), raw.text(), flawed.getMessage(), flawed.remedy()));
        return new Counts(0, 0, 1);
    }

    /** A deadlock with another delivery passes; a database that stays away ends the run, and recovery reads again. */
    private <T> T inTransaction(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (RuntimeException failure) {
                if (attempt == TRIES || !Refusal.isOfTheDatabase(failure)) {
                    throw failure;
                }
            }
        }
    }
}
