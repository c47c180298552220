package io.recoup.connectors.files;

import io.recoup.intake.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one route file says, before anything of it runs. */
final class ReadFile {

    private final String name;

    /** Each id with its line. */
    final Map<String, Integer> routes = new LinkedHashMap<>();

    /** Ids of routes whose precondition does not hold here, each with the setting that is absent. */
    final Map<String, String> off = new LinkedHashMap<>();

    final Set<String> templates = new LinkedHashSet<>();
    final Set<String> configurations = new LinkedHashSet<>();

    /** Route configurations that its routes ask for, each with its line. */
    final Map<String, Integer> wantedConfigurations = new LinkedHashMap<>();

    /** Templates that its routes are made of, each with its line. */
    final Map<String, Integer> wantedTemplates = new LinkedHashMap<>();

    final List<Address> addresses = new ArrayList<>();
    final List<Problem> problems = new ArrayList<>();
    final List<Problem> warnings = new ArrayList<>();

    ReadFile(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void problem(int line, String message, String remedy) {
        problems.add(new Problem(name, line, message, remedy));
    }

    void warning(int line, String message, String remedy) {
        warnings.add(new Problem(name, line, message, remedy));
    }

    /** Ids of the routes that are to run here. */
    Set<String> live() {
        Set<String> ids = new LinkedHashSet<>(routes.keySet());
        ids.removeAll(off.keySet());
        return ids;
    }

    /** True if it has nothing but routes that are off here. */
    boolean isOff() {
        return contents().isEmpty() && !off.isEmpty();
    }

    /** Ids of everything in it that is at work, for the log. */
    Set<String> contents() {
        Set<String> ids = live();
        ids.addAll(templates);
        ids.addAll(configurations);
        return ids;
    }

    /** Others build on it, so it is loaded before them and they are loaded again after it. */
    boolean isBuiltUpon() {
        return !templates.isEmpty() || !configurations.isEmpty();
    }
}
