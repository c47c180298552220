package io.recoup.connectors;

import io.recoup.intake.Problem;
import java.time.Instant;
import java.util.List;

/**
 * How one route file stands.
 *
 * @param file below the routes folder, with forward slashes
 * @param state whether the file as it lies there is what runs
 * @param routes ids of the routes that run from it; for a rejected file those of its last good version; without those
 *     that are off here by their own precondition
 * @param since when it came into this state
 * @param problems why it was rejected, each with line and remedy; empty if it runs
 * @param warnings what might be better
 */
public record RouteFileStatus(
        String file, State state, List<String> routes, Instant since, List<Problem> problems, List<Problem> warnings) {

    public enum State {
        /** The file runs as it is. */
        OK,
        /** The file is fine, and none of its routes runs here: the settings that their preconditions name are absent. */
        OFF,
        /** The file has a problem; what ran before still runs. */
        REJECTED
    }

    public RouteFileStatus {
        routes = List.copyOf(routes);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** True if an older version of the rejected file is at work. */
    public boolean olderVersionRuns() {
        return state == State.REJECTED && !routes.isEmpty();
    }
}
