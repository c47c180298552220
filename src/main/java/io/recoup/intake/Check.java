package io.recoup.intake;

import java.nio.file.Path;
import java.util.List;

/** One kind of file that {@code recoup check} reads without starting anything. */
@FunctionalInterface
public interface Check {

    /**
     * Reads all files of its kind.
     *
     * @param routes the site's folder, see {@link RoutesFolder}
     */
    Result run(Path routes);

    /**
     * What was read, and what is wrong with it.
     *
     * @param counted what was read, for the last line of the command: e.g. {@code 12 route files}
     * @param problems empty when all is well
     */
    record Result(String counted, List<Problem> problems) {

        public Result {
            problems = List.copyOf(problems);
        }
    }
}
