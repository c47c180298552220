package io.recoup.connectors.files;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a route file has to do with the others and with recoup's own routes. */
final class Neighbours {

    private Neighbours() {}

    static void check(ReadFile file, Map<String, LoadedFile> files, RouteSwitch routes) {
        file.routes.forEach((id, line) -> {
            Optional<String> owner = owner(id, file.name(), files);
            boolean isMine = files.get(file.name()).routes().contains(id);
            if (owner.isPresent() || (!isMine && routes.hasRoute(id))) {
                file.problem(
                        line,
                        "the route id '" + id + "' is already used by "
                                + owner.map(name -> name + "; " + file.name() + " must not use it too")
                                        .orElse("recoup itself"),
                        "rename one of the two");
            }
        });
        unknown(file, "route configuration", file.wantedConfigurations, routes.configurations(), file.configurations);
        unknown(file, "route template", file.wantedTemplates, routes.templates(), file.templates);
    }

    static void unknown(ReadFile file, String kind, Map<String, Integer> wanted, Set<String> present, Set<String> own) {
        Set<String> known = new HashSet<>(present);
        known.addAll(own);
        wanted.forEach((id, line) -> {
            if (!id.contains("*") && !known.contains(id)) {
                file.problem(
                        line,
                        "there is no " + kind + " '" + id + "'",
                        Vocabulary.nearest(id, known)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("known are " + known.stream().sorted().toList()));
            }
        });
    }

    static boolean buildsUpon(ReadFile file, ReadFile base) {
        return !Collections.disjoint(file.wantedTemplates.keySet(), base.templates)
                || !Collections.disjoint(file.wantedConfigurations.keySet(), base.configurations)
                || (file.wantedConfigurations.keySet().stream().anyMatch(id -> id.contains("*"))
                        && !base.configurations.isEmpty());
    }

    private static Optional<String> owner(String route, String except, Map<String, LoadedFile> files) {
        return files.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(except))
                .filter(entry -> entry.getValue().routes().contains(route))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
