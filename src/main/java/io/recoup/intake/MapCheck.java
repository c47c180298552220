package io.recoup.intake;

import io.recoup.intake.map.MapSamples;
import java.nio.file.Path;
import java.util.List;

/** Runs every map of a routes folder over its samples, without starting anything. */
public final class MapCheck {

    private MapCheck() {}

    /**
     * A map {@code maps/acme.jq} or {@code maps/acme.columns.yaml} says in a comment which contract it gives, and has
     * samples in {@code maps/acme/samples}: {@code 01-input.json} (or {@code .csv}) and {@code 01-expected.json}.
     *
     * @param routes the routes folder
     * @return one problem for each map or sample that is not right; empty when all are
     * @throws java.io.UncheckedIOException if the folder cannot be listed
     */
    public static List<Problem> check(Path routes) {
        return new MapSamples(routes).check();
    }
}
