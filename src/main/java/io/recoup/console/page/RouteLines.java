package io.recoup.console.page;

import io.recoup.connectors.RouteFileBook;
import io.recoup.connectors.RouteFileStatus;
import io.recoup.intake.Problem;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How each route file stands, the broken ones first. */
@Component
class RouteLines {

    private final ObjectProvider<RouteFileBook> book;

    RouteLines(ObjectProvider<RouteFileBook> book) {
        this.book = book;
    }

    /**
     * @param state running, off where its settings are absent, broken, or old where an older version of a broken file runs on
     * @param ids of its routes
     */
    record Line(String file, String state, String tone, String ids, List<Problem> problems, List<Problem> warnings) {}

    List<Line> lines() {
        RouteFileBook known = book.getIfAvailable();
        return known == null
                ? List.of()
                : known.files().stream()
                        .sorted((a, b) -> b.state().compareTo(a.state()))
                        .map(RouteLines::line)
                        .toList();
    }

    private static Line line(RouteFileStatus status) {
        String state =
                switch (status.state()) {
                    case OK -> "running";
                    case OFF -> "off";
                    case REJECTED -> status.olderVersionRuns() ? "old" : "broken";
                };
        return new Line(
                status.file(),
                state,
                switch (state) {
                    case "running" -> "ok";
                    case "off" -> "";
                    default -> "bad";
                },
                String.join(", ", status.routes()),
                status.problems(),
                status.warnings());
    }
}
