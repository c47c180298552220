package io.recoup.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Puts the files of a day into the drop folders, as the ERP and the bank's client would, and waits until the routes
 * have taken them. Day 2026-03-09 delivers {@code classpath:demo/days/2026-03-09/<folder>/<file>}.
 */
@Component
@Profile("demo")
@Order(10)
class DropFolders implements DayStep {

    private final DemoSettings settings;
    private final Patience patience;

    DropFolders(DemoSettings settings, Patience patience) {
        this.settings = settings;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "deliver";
    }

    @Override
    public String run(LocalDate today) {
        try {
            List<Path> delivered = new ArrayList<>();
            for (Resource file : filesOf(today)) {
                delivered.add(deliver(file));
            }
            awaitTaken(delivered);
            return switch (delivered.size()) {
                case 0 -> "";
                case 1 -> "1 file in";
                default -> delivered.size() + " files in";
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "files of " + today + " cannot be delivered to " + settings.inbox(), unreadable);
        }
    }

    private static Resource[] filesOf(LocalDate day) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:demo/days/" + day + "/*/*.*");
    }

    /** Written under a name the routes do not see, then renamed: a route never reads half a file. */
    private Path deliver(Resource file) throws IOException {
        Path target = settings.inbox().resolve(folderOf(file)).resolve(String.valueOf(file.getFilename()));
        Files.createDirectories(target.getParent());
        Path hidden = target.resolveSibling("." + target.getFileName() + ".part");
        try (InputStream bytes = file.getInputStream()) {
            Files.copy(bytes, hidden, StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String folderOf(Resource file) throws IOException {
        String[] path = file.getURL().toString().split("/");
        return path[path.length - 2];
    }

    /** The file component moves a file away only after its exchange ended, that is after the door took it. */
    private void awaitTaken(List<Path> files) {
        patience.until(
                () -> files.stream().noneMatch(Files::exists),
                () -> "nobody took " + files.stream().filter(Files::exists).toList()
                        + ": see the health of the route that reads this folder");
    }
}
