package io.recoup.connectors.files;

import io.recoup.connectors.RouteFileBook;
import io.recoup.connectors.RouteFileStatus;
import io.recoup.connectors.RouteFileStatus.State;
import io.recoup.intake.Problem;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while a route file is rejected, with its problems as details. It belongs to {@code /actuator/health} for
 * monitoring and not to the liveness or readiness groups: a typo must not restart recoup or take it off the network.
 */
final class RouteFilesHealth implements HealthIndicator {

    private final RouteFileBook book;

    RouteFilesHealth(RouteFileBook book) {
        this.book = book;
    }

    @Override
    public Health health() {
        List<RouteFileStatus> files = book.files();
        Health.Builder health =
                files.stream().anyMatch(file -> file.state() == State.REJECTED) ? Health.down() : Health.up();
        for (RouteFileStatus file : files) {
            health.withDetail(
                    file.file(),
                    file.state() == State.OFF
                            ? "off"
                            : file.state() == State.OK
                                    ? file.routes()
                                    : file.problems().stream()
                                            .map(Problem::toString)
                                            .toList());
        }
        return health.build();
    }
}
