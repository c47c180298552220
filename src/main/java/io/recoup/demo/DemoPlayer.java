package io.recoup.demo;

import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plays the days that are asked for, as soon as they are asked for: by itself on the first start, later from the
 * console or the command line. A day that fails is tried again, never skipped.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "recoup.demo.player", havingValue = "true", matchIfMissing = true)
class DemoPlayer {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPlayer.class);
    private static final long LOOK_AGAIN_NANOS = 300_000_000;
    private static final long AFTER_A_FAILURE_NANOS = 3_000_000_000L;

    private final DemoDays days;
    private final DemoSummary summary;
    private final Thread thread = new Thread(this::play, "demo-days");
    private volatile boolean closing;

    DemoPlayer(DemoDays days, DemoSummary summary) {
        this.days = days;
        this.summary = summary;
        thread.setDaemon(true);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (!thread.isAlive() && !closing) {
            thread.start();
        }
    }

    private void play() {
        while (!closing) {
            try {
                if (!days.playNext()) {
                    summary.printOnce();
                    LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                }
            } catch (RuntimeException failed) {
                if (!closing) {
                    LOG.warn("the demo's day is tried again: {}", failed.getMessage(), failed);
                    LockSupport.parkNanos(AFTER_A_FAILURE_NANOS);
                }
            }
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        closing = true;
        LockSupport.unpark(thread);
    }
}
