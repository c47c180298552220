package io.recoup.connectors.files;

import io.recoup.connectors.RouteFileBook;
import io.recoup.connectors.RouteFileStatus;
import io.recoup.intake.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the running routes as the folder says. Each file stands for itself: a broken one stops neither recoup nor
 * another file, a bad edit leaves the version before it running, and a deleted file takes its routes along. What
 * other files build on (templates, route configurations) goes first.
 */
final class RouteFiles implements RouteFileBook {

    private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);

    /** A rejected file may wait for a secret that is mounted later: it is tried again after so many looks. */
    private static final int LOOKS_BETWEEN_TRIALS = 30;

    private final Path folder;
    private final Rehearsal rehearsal;
    private final RouteSwitch routes;
    private final Clock clock;
    private final SortedMap<String, LoadedFile> files = new TreeMap<>();
    private int looks;

    RouteFiles(Path folder, Rehearsal rehearsal, RouteSwitch routes, Clock clock) {
        this.folder = folder;
        this.rehearsal = rehearsal;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public synchronized List<RouteFileStatus> files() {
        return files.values().stream()
                .map(LoadedFile::status)
                .filter(Objects::nonNull)
                .toList();
    }

    /** One look at the folder. */
    synchronized void look() {
        SortedMap<String, byte[]> now = RouteFolder.read(folder);
        boolean changed = removeGone(now.keySet());
        boolean isFirst = looks == 0;
        changed |= take(due(now, isFirst), now);
        looks++;
        if (changed || looks % LOOKS_BETWEEN_TRIALS == 0) {
            files.values().stream().filter(LoadedFile::isRejected).forEach(LoadedFile::reconsider);
            take(due(now, true), now);
        }
    }

    private boolean removeGone(Set<String> present) {
        List<String> gone =
                files.keySet().stream().filter(name -> !present.contains(name)).toList();
        for (String name : gone) {
            LoadedFile file = files.remove(name);
            if (file.running() != null) {
                routes.off(file.running());
            }
            LOG.info("route file {} is gone; stopped {}", name, file.routes());
        }
        return !gone.isEmpty();
    }

    private List<String> due(SortedMap<String, byte[]> now, boolean atOnce) {
        List<String> due = new ArrayList<>();
        now.forEach((name, bytes) -> {
            LoadedFile file = files.computeIfAbsent(name, any -> new LoadedFile());
            boolean settled = file.isSettled(bytes);
            if ((settled || atOnce) && file.isNew(bytes)) {
                due.add(name);
            }
        });
        return due;
    }

    /** @return true if anything that runs has changed */
    private boolean take(List<String> due, Map<String, byte[]> now) {
        List<ReadFile> read = new ArrayList<>();
        for (String name : due) {
            files.get(name).examined(now.get(name));
            read.add(rehearse(name, now.get(name)));
        }
        read.sort(Comparator.comparing((ReadFile file) -> !file.isBuiltUpon()).thenComparing(ReadFile::name));
        boolean changed = false;
        for (ReadFile file : read) {
            changed |= take(file, now.get(file.name()));
        }
        return changed;
    }

    private ReadFile rehearse(String name, byte[] bytes) {
        try {
            return rehearsal.read(name, bytes);
        } catch (RuntimeException | StackOverflowError | LinkageError broken) {
            ReadFile file = new ReadFile(name);
            file.problem(0, "cannot be read: " + Rehearsal.reason(broken), "compare with routes/README.md");
            return file;
        }
    }

    private boolean take(ReadFile file, byte[] bytes) {
        neighbours(file);
        LoadedFile loaded = files.get(file.name());
        if (!file.problems.isEmpty()) {
            reject(loaded, file.name(), file.problems);
            return false;
        }
        ReadFile before = loaded.running();
        byte[] beforeBytes = loaded.runningBytes();
        if (before != null) {
            routes.off(before);
        }
        List<Problem> failure = start(file, bytes);
        if (failure.isEmpty()) {
            loaded.accepted(file, bytes, clock.instant());
            tell(file);
            file.warnings.forEach(warning -> LOG.warn("route file {}", warning));
            restartThoseBuiltUpon(file);
            return true;
        }
        if (before != null && !start(before, beforeBytes).isEmpty()) {
            loaded.nothingRuns();
        }
        reject(loaded, file.name(), failure);
        return before != null;
    }

    private static void tell(ReadFile file) {
        if (!file.isOff()) {
            LOG.info("route file {} runs: {}", file.name(), file.contents());
        }
        if (!file.off.isEmpty()) {
            LOG.info("route file {} is off here for want of {}", file.name(), Set.copyOf(file.off.values()));
        }
    }

    /** Empty if all of it runs; else nothing of it does. */
    private List<Problem> start(ReadFile file, byte[] bytes) {
        try {
            routes.on(file, bytes);
            return List.of();
        } catch (Exception | StackOverflowError | LinkageError failure) {
            routes.off(file);
            LOG.debug("route file {}", file.name(), failure);
            return List.of(new Problem(
                    file.name(),
                    Rehearsal.line(failure),
                    "does not start: " + Rehearsal.reason(failure),
                    "put that right and save the file again"));
        }
    }

    private void reject(LoadedFile loaded, String name, Collection<Problem> problems) {
        if (loaded.rejected(name, List.copyOf(problems), clock.instant())) {
            String still = loaded.routes().isEmpty() ? "nothing of it runs" : "the version before it still runs";
            problems.forEach(problem -> LOG.error("route file rejected, {}: {}", still, problem));
        }
    }

    /** What only the other files can tell: ids taken, configurations and templates that nobody has. */
    private void neighbours(ReadFile file) {
        Neighbours.check(file, files, routes);
    }

    /** Camel copies templates and configurations into a route when it is made. */
    private void restartThoseBuiltUpon(ReadFile changed) {
        if (!changed.isBuiltUpon() || looks == 0) {
            return;
        }
        for (LoadedFile file : List.copyOf(files.values())) {
            ReadFile running = file.running();
            if (running != null && running != changed && Neighbours.buildsUpon(running, changed)) {
                routes.off(running);
                List<Problem> failure = start(running, file.runningBytes());
                if (!failure.isEmpty()) {
                    file.nothingRuns();
                    reject(file, running.name(), failure);
                }
            }
        }
    }
}
