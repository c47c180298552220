package io.recoup.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Tests that drive a program which not every machine has: a browser, Tryton. They skip where it is missing, except
 * with the environment variable {@code RECOUP_HEAVY=required}, as in CI, where skipping is a failure. Such tests
 * carry {@code @Tag("heavy")}.
 */
public final class Heavy {

    public static final String TAG = "heavy";

    private Heavy() {}

    /** The first of these programs on the path; skips or fails the test when there is none. */
    public static Path program(String... names) {
        Optional<Path> found = Stream.of(names)
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
        require(found.isPresent(), "none of " + String.join(", ", names) + " is installed");
        return found.orElseThrow();
    }

    /** Skips the test, or fails it where heavy tests are required. */
    public static void require(boolean present, String missing) {
        if ("required".equals(System.getenv("RECOUP_HEAVY"))) {
            Assertions.assertTrue(present, "heavy tests are required here, but " + missing);
        }
        Assumptions.assumeTrue(present, "skipped: " + missing);
    }
}
