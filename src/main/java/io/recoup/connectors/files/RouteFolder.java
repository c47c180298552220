package io.recoup.connectors.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The route files of a folder and of those below it. */
final class RouteFolder {

    private static final String ENDING = ".camel.yaml";

    private RouteFolder() {}

    /**
     * Name below the folder, with forward slashes, and content. A file that vanishes meanwhile is left out.
     *
     * @throws UncheckedIOException if the folder cannot be read
     */
    static SortedMap<String, byte[]> read(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        for (Path path : paths(folder)) {
            try {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            } catch (IOException unreadable) {
                boolean isGone = unreadable instanceof NoSuchFileException;
                if (!isGone) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        }
        return files;
    }

    private static List<Path> paths(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.getFileName().toString().endsWith(ENDING))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
