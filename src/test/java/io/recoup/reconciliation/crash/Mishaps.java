package io.recoup.reconciliation.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Replicas on one database that are killed with kill -9 at random moments and started again at once, until they were
 * killed often enough and everything is decided.
 */
public final class Mishaps implements AutoCloseable {

    private static final long LOOK_AGAIN_NANOS = 100_000_000;
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final PGSimpleDataSource database;
    private final SingleConnectionDataSource view;
    private final LocalDate day;
    private final Path log;
    private final Replica[] replicas;
    private int kills;
    private int early;
    private int late;

    /** @param replicas how many work beside each other */
    public Mishaps(PGSimpleDataSource database, LocalDate day, Path log, int replicas) {
        this.replicas = new Replica[replicas];
        this.database = database;
        this.view = new SingleConnectionDataSource(database.getUrl(), database.getUser(), database.getPassword(), true);
        this.day = day;
        this.log = log;
    }

    /**
     * @param most how often one is killed, at most: no longer than there is something to do
     * @param longest milliseconds that one works before it is killed, at most; one time in five it has not begun to
     */
    public void play(Random random, int most, long longest) throws IOException, InterruptedException {
        for (int place = 0; place < replicas.length; place++) {
            start(place);
        }
        while (kills < most && CashBooks.unfinished(view) > 0) {
            int victim = random.nextInt(replicas.length);
            boolean starting = random.nextInt(5) == 0;
            while (!starting && replicas[victim].isAlive() && !replicas[victim].isReady()) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
            LockSupport.parkNanos((long) (random.nextDouble() * longest * 1_000_000));
            boolean all = random.nextInt(4) == 0;
            late += CashBooks.unfinished(view) == 0 ? 1 : 0;
            for (int place = 0; place < replicas.length; place++) {
                if (all || place == victim) {
                    kill(place);
                }
            }
            // what the dead one held comes back, and what the living one holds is taken from it
            CashBooks.endLeases(view);
            for (int place = 0; place < replicas.length; place++) {
                if (all || place == victim) {
                    start(place);
                }
            }
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (CashBooks.unfinished(view) > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        CashBooks.unfinished(view) + " left undone after " + PATIENCE + ", see " + log);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** How many processes were killed. */
    public int kills() {
        return kills;
    }

    /** How many of these kills came before the process had begun to work. */
    public int early() {
        return early;
    }

    /** How many of these kills came when nothing was left to do. */
    public int late() {
        return late;
    }

    private void start(int place) throws IOException {
        replicas[place] = new Replica(database, day, log);
    }

    private void kill(int place) throws InterruptedException {
        if (!replicas[place].isAlive()) {
            throw new IllegalStateException("a replica ended by itself, see " + log);
        }
        early += replicas[place].isReady() ? 0 : 1;
        replicas[place].kill();
        kills++;
    }

    @Override
    public void close() throws InterruptedException {
        for (Replica replica : replicas) {
            if (replica != null) {
                replica.kill();
            }
        }
        view.destroy();
    }
}
