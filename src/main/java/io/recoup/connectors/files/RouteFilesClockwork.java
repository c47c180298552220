package io.recoup.connectors.files;

import io.recoup.connectors.RouteFileSettings;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** Looks at the folder once when recoup has started, then again and again until it stops. */
final class RouteFilesClockwork {

    private static final Logger LOG = LoggerFactory.getLogger(RouteFilesClockwork.class);

    private final RouteFiles files;
    private final CamelContext camel;
    private final RouteFileSettings settings;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "route-files");
        thread.setDaemon(true);
        return thread;
    });

    RouteFilesClockwork(RouteFiles files, CamelContext camel, RouteFileSettings settings) {
        this.files = files;
        this.camel = camel;
        this.settings = settings;
    }

    /** Early among those who wait for recoup to be ready: timers without a route are swept away after this. */
    @EventListener
    @Order(0)
    void start(ApplicationReadyEvent ready) {
        if (!Boolean.TRUE.equals(camel.isAutoStartup())) {
            return; // a command of the command line: no route runs
        }
        look();
        long millis = settings.every().toMillis();
        var unused = looks.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    @EventListener
    void stop(ContextClosedEvent closed) {
        looks.shutdownNow();
    }

    private void look() {
        try {
            if (camel.isStarted()) {
                files.look();
            }
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            LOG.error("could not look at the routes folder; trying again", failure);
        }
    }
}
