package io.recoup.app.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command's way to the embedded database: through the server of a running recoup, or else through one started for
 * as long as the command lasts.
 */
public final class DatabaseDoor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Access access;
    private final Optional<EmbeddedPostgres> own;

    private DatabaseDoor(Access access, Optional<EmbeddedPostgres> own) {
        this.access = access;
        this.own = own;
    }

    /** The only user of the folder's server, as {@link EmbeddedPostgres#serve}. */
    public static DatabaseDoor serve(Path folder, OptionalInt port) {
        EmbeddedPostgres server = EmbeddedPostgres.serve(folder, port);
        return new DatabaseDoor(server.access(), Optional.of(server));
    }

    /**
     * Attaches to the running server, or starts it.
     *
     * @throws PostgresFailure if recoup runs, but its database does not answer within 30 seconds
     */
    public static DatabaseDoor attach(Path folder, OptionalInt port) {
        Path absolute = folder.toAbsolutePath().normalize();
        Instant deadline = InstantSource.system().instant().plus(PATIENCE);
        while (InstantSource.system().instant().isBefore(deadline)) {
            Optional<EmbeddedPostgres> own = EmbeddedPostgres.tryServe(absolute, port);
            if (own.isPresent()) {
                return new DatabaseDoor(own.get().access(), own);
            }
            Optional<Access> running = answering(absolute);
            if (running.isPresent()) {
                return new DatabaseDoor(running.get(), Optional.empty());
            }
            pause();
        }
        throw new PostgresFailure("recoup runs on " + folder + ", but its database does not answer: see the files in "
                + folder.resolve("cluster-17").resolve("log"));
    }

    public Access access() {
        return access;
    }

    /** Whether another process runs the server. */
    public boolean isAttached() {
        return own.isEmpty();
    }

    @Override
    public void close() {
        own.ifPresent(EmbeddedPostgres::close);
    }

    private static Optional<Access> answering(Path folder) {
        try {
            Optional<Access> access = Access.readFrom(folder).filter(known -> known.port() > 0);
            if (access.isPresent()) {
                try (Connection probe = access.get().source(Access.DATABASE).getConnection()) {
                    return probe.isValid(5) ? access : Optional.empty();
                }
            }
            return access;
        } catch (SQLException starting) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new PostgresFailure(
                    "cannot read " + Access.file(folder) + " (" + unreadable.getMessage()
                            + "): run the command as the user who runs recoup",
                    unreadable);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("interrupted while waiting for the database", interrupted);
        }
    }
}
