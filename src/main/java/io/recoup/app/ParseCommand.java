package io.recoup.app;

import io.recoup.banking.StatementFiles;
import io.recoup.banking.StatementReadException;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Reads bank files and prints what is in them, without a database.
 *
 * <p>Exit code 2 when a file could not be read, or not to its end, or not every entry of it: each has its line on
 * standard error, and everything readable is printed all the same.
 */
@Command(
        name = "parse",
        mixinStandardHelpOptions = true,
        description = "Read bank files and print each transaction (bank-transaction/1) as one line of JSON.")
final class ParseCommand implements Callable<Integer> {

    private static final int NOT_ALL_READ = 2;

    @Option(names = "--statements", description = "Print each statement with its balances instead.")
    private boolean statements;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Bank files: camt.052/053/054, or a zip of them.")
    private List<Path> files = List.of();

    private final OutputStream out;
    private final PrintStream problems;

    ParseCommand() {
        // System.out would look for a charset conversion at every flush
        this(new FileOutputStream(FileDescriptor.out), System.err);
    }

    ParseCommand(OutputStream out, PrintStream problems) {
        this.out = out;
        this.problems = problems;
    }

    @Override
    public Integer call() throws IOException {
        boolean allRead = true;
        try (StatementLines lines = new StatementLines(new BufferedOutputStream(out, 1 << 16), problems, statements)) {
            for (Path file : files) {
                allRead &= read(file, lines);
            }
            return allRead && !lines.anythingRejected() ? 0 : NOT_ALL_READ;
        }
    }

    private boolean read(Path file, StatementLines lines) {
        try {
            if (Files.isDirectory(file)) {
                throw new StatementReadException(file.toString(), 1, 1, "a directory; name the files in it", null);
            }
            StatementFiles.read(file, lines);
            return true;
        } catch (StatementReadException unreadable) {
            problems.println(unreadable.file() + ":" + unreadable.line() + ": " + unreadable.reason());
        } catch (NoSuchFileException missing) {
            problems.println(file + ":1: no such file");
        } catch (AccessDeniedException denied) {
            problems.println(file + ":1: not allowed to read it");
        } catch (IOException unreadable) {
            problems.println(file + ":1: " + unreadable);
        }
        return false;
    }
}
