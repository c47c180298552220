package io.recoup.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Down, with the names of the broken invariants, when the books do not add up. */
@Component("invariantsHealthIndicator")
class InvariantsHealth implements HealthIndicator {

    private final Invariants invariants;
    private final HealthSettings settings;
    private final Clock clock;

    private @Nullable Health answer;
    private Instant answeredAt = Instant.MIN;

    InvariantsHealth(JdbcClient jdbc, HealthSettings settings, Clock clock) {
        this.invariants = new Invariants(jdbc);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized Health health() {
        Instant now = clock.instant();
        if (answer == null || !now.isBefore(answeredAt.plus(settings.invariantsEvery()))) {
            answer = ask();
            answeredAt = now;
        }
        return answer;
    }

    private Health ask() {
        // rows may name debtors; the file names alone say which query to run
        List<String> broken =
                invariants.violations().stream().map(Invariants.Violation::file).toList();
        return broken.isEmpty()
                ? Health.up().build()
                : Health.down().withDetail("broken", broken).build();
    }
}
