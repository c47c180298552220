package io.recoup.connectors;

import io.recoup.connectors.files.FolderCheck;
import io.recoup.intake.Check;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Checks the route files of a folder without starting anything: neither Spring nor a database is needed.
 *
 * @param setting value of a setting by its name; null if there is none
 */
public record RouteCheck(UnaryOperator<String> setting, RouteFileSettings settings) implements Check {

    @Override
    public Result run(Path routes) {
        return FolderCheck.run(routes, setting, settings);
    }
}
