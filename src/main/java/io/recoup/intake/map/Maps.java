package io.recoup.intake.map;

import io.recoup.intake.IntakeSettings;
import io.recoup.intake.RoutesFolder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** The maps of the routes folder, compiled once and again when their file changes. */
@Component
public class Maps {

    private final Path folder;
    private final IntakeSettings settings;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    public Maps(RoutesFolder routes, IntakeSettings settings) {
        this.folder = routes.maps().toAbsolutePath().normalize();
        this.settings = settings;
    }

    /**
     * @param name file name below the maps folder, such as {@code acme-invoice.jq}
     * @throws BrokenMap if there is no such file or it is no jq program
     */
    public JqMap jq(String name) {
        return (JqMap) load(name, (file, program) -> new JqMap(file, program, settings.mapTime()));
    }

    /** @throws BrokenMap if there is no such file or it is no column map */
    public ColumnMap columns(String name) {
        return (ColumnMap) load(name, ColumnMap::ofYaml);
    }

    private Object load(String name, BiFunction<String, String, Object> compiler) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new BrokenMap(name, 0, "lies outside of " + folder);
        }
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Loaded known = loaded.get(name);
            if (known == null || !known.changed.equals(changed) || known.size != size) {
                known = new Loaded(changed, size, compiler.apply(name, Files.readString(file)));
                loaded.put(name, known);
            }
            return known.map;
        } catch (CharacterCodingException notUtf8) {
            throw new BrokenMap(name, 0, "is not UTF-8");
        } catch (IOException missing) {
            throw new BrokenMap(name, 0, "is not in " + folder);
        }
    }

    private record Loaded(FileTime changed, long size, Object map) {}
}
