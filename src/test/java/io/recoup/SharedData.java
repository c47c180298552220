package io.recoup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real sample files that lie beside the repository, not in it: tests that need them skip where they are absent. */
public final class SharedData {

    private SharedData() {}

    /** @param path below the folder of samples, e.g. {@code bank/camt} */
    public static Path file(String path) {
        Path found = Stream.of("../shared/data", "../../shared/data")
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(folder -> folder.resolve(path))
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(
                found != null && Files.exists(found), () -> "skipped: no sample files at ../shared/data/" + path);
        return found;
    }
}
