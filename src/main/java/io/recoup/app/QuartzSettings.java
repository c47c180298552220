package io.recoup.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ticking of timers, shared by all replicas through the database.
 *
 * @param checkIn how often a replica says that it lives; one that misses it loses its timers to the others
 * @param misfire how late a timer may tick before its misfire rule applies
 * @param threads ticks handled at the same time
 */
@ConfigurationProperties("recoup.quartz")
record QuartzSettings(
        @DefaultValue("5s") Duration checkIn,
        @DefaultValue("15s") Duration misfire,
        @DefaultValue("5") int threads) {}
