package io.recoup.intake;

import io.recoup.intake.map.MapSamples;
import java.nio.file.Path;

/**
 * Runs every map of a routes folder over its samples, without starting anything.
 *
 * <p>A map {@code maps/acme.jq} or {@code maps/acme.columns.yaml} says in a comment which contract it gives
 * ({@code # gives invoice/1}; where its results are mixed, {@code # gives case-report/1, case-payment/1}), and has
 * samples in {@code maps/acme/samples}: {@code 01-input.json} (or {@code .csv})
 * and {@code 01-expected.json}.
 */
public final class MapCheck implements Check {

    /** @throws java.io.UncheckedIOException if the folder cannot be listed */
    @Override
    public Result run(Path routes) {
        return new MapSamples(routes).check();
    }
}
