package io.recoup.reconciliation.generator;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of one generated world: what may be there before. */
record OutputFolder(Path path) {

    private static final Pattern OURS = Pattern.compile("(open-items|debtors|reminders|truth|transactions)\\.jsonl"
            + "|statements-\\d{4}-\\d\\d-\\d\\d\\.(xml|sta)|\\.spool-\\d{4}-\\d\\d-\\d\\d");

    /**
     * Makes the folder, or takes an earlier world out of it, so that no day of that one stays among the new.
     *
     * @throws FileAlreadyExistsException if anything else is in it; then nothing is touched
     */
    void prepare() throws IOException {
        Files.createDirectories(path);
        List<Path> present;
        try (Stream<Path> files = Files.list(path)) {
            present = files.sorted().toList();
        }
        boolean bankFilesOnly =
                !present.isEmpty() && present.stream().noneMatch(file -> file.endsWith("debtors.jsonl"));
        for (Path file : present) {
            if (bankFilesOnly || !OURS.matcher(file.getFileName().toString()).matches()) {
                throw new FileAlreadyExistsException(
                        file.toString(), null, "is no file of an earlier world; name an empty folder");
            }
        }
        for (Path file : present) {
            Files.delete(file);
        }
    }
}
