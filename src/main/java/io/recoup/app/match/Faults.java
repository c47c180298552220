package io.recoup.app.match;

import io.recoup.intake.contract.Flaw;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What cannot be read, one line each on standard error: file, line, field, what is wrong, what to do. */
final class Faults {

    /** A file of another kind altogether would otherwise tell the same a million times. */
    private static final int MOST_PER_FILE = 100;

    private final PrintWriter out;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    Faults(PrintWriter out) {
        this.out = out;
    }

    void tell(String file, long line, Flaw flaw) {
        tell(file, line, (flaw.field().isEmpty() ? "" : flaw.field() + ": ") + flaw.what(), flaw.remedy());
    }

    /** @param remedy null = none */
    void tell(String file, long line, String what, String remedy) {
        if (counts.merge(file, 1, Integer::sum) <= MOST_PER_FILE) {
            // What the doors call an option of theirs is one of the command line here.
            String advice = remedy == null ? "" : "; " + remedy.replace("give the door the option ", "give --");
            out.println(file + ":" + Math.max(1, line) + ": " + what + advice);
        }
    }

    /** The bytes cannot be fetched. */
    void tell(Path file, Exception unreadable) {
        String what = unreadable instanceof NoSuchFileException
                ? "no such file"
                : unreadable instanceof AccessDeniedException
                        ? "not allowed to read it"
                        : Files.isDirectory(file) ? "a directory; name the files in it" : unreadable.toString();
        tell(file.toString(), 1, what, null);
    }

    /** Something worth knowing that is no fault. */
    void note(String what) {
        out.println(what);
    }

    /** Says how many more there were. */
    void close() {
        counts.forEach((file, count) -> {
            if (count > MOST_PER_FILE) {
                out.println(file + ": and " + (count - MOST_PER_FILE) + " faults more");
            }
        });
        out.flush();
    }

    boolean any() {
        return !counts.isEmpty();
    }
}
