package io.recoup.connectors.files;

import io.recoup.connectors.RouteFileSettings;
import io.recoup.connectors.route.PartnerRoutes;
import io.recoup.intake.Check;
import io.recoup.intake.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All route files of a folder, read as the loader would, but never started. */
public final class FolderCheck {

    private FolderCheck() {}

    public static Check.Result run(Path folder, UnaryOperator<String> setting, RouteFileSettings settings) {
        List<ReadFile> files = new ArrayList<>();
        try (Rehearsal rehearsal = new Rehearsal(setting, settings)) {
            RouteFolder.read(folder).forEach((name, bytes) -> files.add(rehearsal.read(name, bytes)));
        }
        Set<String> configurations = new HashSet<>(Set.of(PartnerRoutes.ID));
        Set<String> templates = new HashSet<>();
        files.forEach(file -> {
            configurations.addAll(file.configurations);
            templates.addAll(file.templates);
        });
        Map<String, String> owners = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        int routes = 0;
        for (ReadFile file : files) {
            routes += file.routes.size();
            file.routes.forEach((id, line) -> {
                String owner = owners.putIfAbsent(id, file.name());
                if (owner != null) {
                    file.problem(
                            line, "the route id '" + id + "' is already used by " + owner, "rename one of the two");
                }
            });
            Neighbours.unknown(file, "route configuration", file.wantedConfigurations, configurations, Set.of());
            Neighbours.unknown(file, "route template", file.wantedTemplates, templates, Set.of());
            problems.addAll(file.problems);
        }
        return new Check.Result(files.size() + " route files with " + routes + " routes", problems);
    }
}
