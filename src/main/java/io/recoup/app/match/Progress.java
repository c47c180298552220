package io.recoup.app.match;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Says every few seconds what is being done, so that long work does not look dead; short work says nothing. */
final class Progress implements AutoCloseable {

    private static final long SECONDS = 5;

    private final AtomicLong steps = new AtomicLong();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String work = "";
    private volatile long begun = System.nanoTime();

    Progress(PrintWriter out) {
        ticker.scheduleAtFixedRate(
                () -> {
                    out.println(this);
                    out.flush();
                },
                SECONDS,
                SECONDS,
                TimeUnit.SECONDS);
    }

    void begin(String what) {
        work = what;
        steps.set(0);
        begun = System.nanoTime();
    }

    void step() {
        steps.incrementAndGet();
    }

    @Override
    public String toString() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
        return work + ", " + (steps.get() > 0 ? steps + " so far, " : "") + seconds + " s";
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
