package io.recoup.demo;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Waits for routes that work beside the demo's day. */
@Component
@Profile("demo")
class Patience {

    private static final long LOOK_AGAIN_NANOS = 50_000_000;

    private final DemoSettings settings;
    private final Clock clock;

    Patience(DemoSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws IllegalStateException with the complaint, once {@code recoup.demo.patience} is over */
    void until(BooleanSupplier done, Supplier<String> complaint) {
        Instant end = clock.instant().plus(settings.patience());
        while (!done.getAsBoolean()) {
            if (clock.instant().isAfter(end) || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException(complaint.get() + " (waited " + settings.patience() + ")");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }
}
