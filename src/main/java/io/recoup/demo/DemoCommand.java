package io.recoup.demo;

import io.recoup.app.postgres.DatabaseDoor;
import io.recoup.app.postgres.ServerFolder;
import io.recoup.demo.store.DemoBooks;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code recoup demo …}: only writes how far the demo is to be played; a running recoup plays it at once. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Move the demo's date forward, or begin again.",
        synopsisSubcommandLabel = "(advance | reset)")
public final class DemoCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"--folder", "--recoup.database.folder"},
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "The embedded database's folder; the same as the running recoup's.")
    private Path folder;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: advance or reset");
    }

    @Command(name = "advance", mixinStandardHelpOptions = true, description = "Play further business days.")
    int advance(
            @Option(names = "--days", defaultValue = "1", description = "Calendar days, 1 to 366; default 1.")
                    int days) {
        if (days < 1 || days > 366) {
            throw new ParameterException(spec.commandLine(), "--days must lie within 1 and 366: " + days);
        }
        try (DatabaseDoor door = open()) {
            LocalDate target = new DemoBooks(door.access()).playFurther(days);
            spec.commandLine()
                    .getOut()
                    .println("The demo plays until " + target
                            + (door.isAttached() ? "." : " when recoup is started the next time."));
            return 0;
        }
    }

    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Empty the demo's books. recoup must not be running.")
    int reset() {
        try (DatabaseDoor door = open()) {
            if (door.isAttached()) {
                throw new IllegalStateException("recoup is running on this database: stop it first, then reset");
            }
            new DemoBooks(door.access()).empty();
            spec.commandLine().getOut().println("The demo begins on its first day when recoup is started.");
            return 0;
        }
    }

    private DatabaseDoor open() {
        return DatabaseDoor.attach(folder == null ? ServerFolder.byDefault(Path.of("")) : folder, OptionalInt.empty());
    }
}
