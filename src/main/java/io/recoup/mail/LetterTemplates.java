package io.recoup.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last good version of every template. An edit counts from the next letter on, unless it has a fault. */
final class LetterTemplates {

    private static final Logger LOG = LoggerFactory.getLogger(LetterTemplates.class);

    private final Path folder;
    private final Map<Path, LetterTemplate> good = new ConcurrentHashMap<>();
    private final Map<Path, List<Problem>> faults = new ConcurrentHashMap<>();

    LetterTemplates(Path folder) {
        this.folder = folder;
        refresh();
    }

    /** @throws BrokenFile if the file has a fault and no earlier version of it was good */
    LetterTemplate get(Path file) {
        LetterTemplate known = good.get(file);
        try {
            FileText now = FileText.read(file);
            if (known == null || !known.hash().equals(now.hash())) {
                known = TemplateCheck.checked(now);
                good.put(file, known);
            }
            faults.remove(file);
            return known;
        } catch (BrokenFile broken) {
            boolean news = !broken.problems().equals(faults.put(file, broken.problems()));
            if (known == null) {
                throw broken;
            }
            if (news) {
                LOG.error("template refused, its last good version stays in use: {}", broken.getMessage());
            }
            return known;
        }
    }

    Optional<String> hashInUse(Path file) {
        return Optional.ofNullable(good.get(file)).map(LetterTemplate::hash);
    }

    /** Looks at every file, so that the version kept is the newest good one. */
    void refresh() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(TemplateCheck::isTemplate).forEach(file -> {
                try {
                    get(file);
                } catch (BrokenFile neverGood) {
                    // said by whoever asks for the folder's faults, and by the letter that needs it
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read templates in " + folder, unreadable);
        }
    }
}
