package io.recoup.app.postgres;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the server back when its process dies while recoup lives. */
final class Watchdog implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private final PostgresCluster cluster;
    private final Restart restart;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "postgres-watchdog");

    /** Starts a server that is down. */
    interface Restart {
        void run() throws IOException;
    }

    Watchdog(PostgresCluster cluster, Restart restart) {
        this.cluster = cluster;
        this.restart = restart;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            // a restart under way must end before the server can be stopped for good
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        long pause = LOOK_EVERY_MILLIS;
        while (!isClosingWithin(pause)) {
            pause = LOOK_EVERY_MILLIS;
            try {
                if (!cluster.isRunning()) {
                    log.warn("PostgreSQL has died: starting it again");
                    restart.run();
                    log.info("PostgreSQL is back");
                }
            } catch (IOException | RuntimeException failure) {
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 4);
                log.error("PostgreSQL does not start again; next attempt in {} ms", pause, failure);
            }
        }
    }

    private boolean isClosingWithin(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
