package io.recoup.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL that lives in one folder: password, loopback only, restarted when it dies. It outlives a
 * killed recoup; the next start takes the running server over.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** A dead server's children need a moment to notice; until then its shared memory is in use. */
    private static final int START_ATTEMPTS = 10;

    private static final long START_PAUSE_MILLIS = 500;

    /** Error details hold the values of rows (names, addresses), so that the log stays terse. */
    private static final Map<String, String> DURABLE = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_truncate_on_rotation", "on"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"));

    private final PostgresCluster cluster;
    private final FolderLock lock;
    private final Access access;
    private final Watchdog watchdog;

    private EmbeddedPostgres(PostgresCluster cluster, FolderLock lock, Access access) {
        this.cluster = cluster;
        this.lock = lock;
        this.access = access;
        this.watchdog = new Watchdog(cluster, () -> cluster.start(access.port(), DURABLE));
    }

    /**
     * Starts the server of this folder, or takes over the one that a killed recoup left running.
     *
     * @param port fixed TCP port; empty for the one used last time, else a free one
     * @throws PostgresFailure if another recoup runs here (the message names its process), or the server does not
     *     come up
     */
    public static EmbeddedPostgres serve(Path folder, OptionalInt port) {
        return tryServe(folder.toAbsolutePath().normalize(), port)
                .orElseThrow(() -> new PostgresFailure("recoup already runs on " + folder + " as process "
                        + holder(folder) + ": stop it first, or set recoup.database.folder to another folder"));
    }

    static Optional<EmbeddedPostgres> tryServe(Path folder, OptionalInt port) {
        try {
            ServerAccount account = ServerAccount.current();
            ServerFolder.prepare(folder, account);
            Optional<FolderLock> lock = FolderLock.tryAcquire(folder);
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(start(folder, port, account, lock.get()));
            } catch (IOException | RuntimeException | SQLException failure) {
                lock.get().close();
                throw failure;
            }
        } catch (IOException | SQLException failure) {
            throw new PostgresFailure("the embedded PostgreSQL in " + folder + " does not start: " + failure, failure);
        }
    }

    public Access access() {
        return access;
    }

    /** Stops the server after its last checkpoint and lets the folder go. */
    @Override
    public void close() {
        watchdog.close();
        try (lock) {
            cluster.stop();
            log.info("embedded PostgreSQL on port {} stopped", access.port());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static EmbeddedPostgres start(Path folder, OptionalInt port, ServerAccount account, FolderLock lock)
            throws IOException, SQLException {
        ServerFolder.sweep(folder);
        PostgresBinaries binaries = PostgresBinaries.unpackInto(folder);
        Path home = folder.resolve("cluster-" + PostgresBinaries.VERSION.replaceAll("[.].*", ""));
        PostgresCluster cluster = new PostgresCluster(binaries, account, home);
        Access access = access(folder, cluster);
        OptionalInt left = cluster.runningPort();
        if (left.isPresent()
                && port.orElse(left.getAsInt()) == left.getAsInt()
                && answers(access.onPort(left.getAsInt()), home)) {
            access = access.onPort(left.getAsInt());
            log.info("took over the PostgreSQL that was left running on port {}", access.port());
        } else {
            cluster.stop();
            access = startOnFreePort(cluster, access, port);
            log.info("embedded PostgreSQL {} listens on 127.0.0.1:{}", PostgresBinaries.VERSION, access.port());
        }
        createDatabase(access);
        access.writeTo(folder);
        return new EmbeddedPostgres(cluster, lock, access);
    }

    private static Access access(Path folder, PostgresCluster cluster) throws IOException {
        Optional<Access> known = Access.readFrom(folder);
        if (cluster.exists()) {
            return known.orElseThrow(() -> new PostgresFailure("the database in " + folder + " is there, but its"
                    + " password file " + Access.file(folder) + " is gone: restore it from a backup, or move the"
                    + " folder away to begin with empty books"));
        }
        Access access = known.orElse(Access.fresh(0));
        access.writeTo(folder);
        cluster.create(access.username(), access.password());
        return access;
    }

    private static Access startOnFreePort(PostgresCluster cluster, Access access, OptionalInt wanted)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = wanted.orElse(isFree(access.port()) ? access.port() : freePort());
            if (wanted.isPresent() && !isFree(port)) {
                throw new PostgresFailure("port " + port + " is taken by another program: change"
                        + " recoup.database.port, or leave it out and a free one is chosen");
            }
            try {
                cluster.start(port, DURABLE);
                return access.onPort(port);
            } catch (PostgresFailure failure) {
                if (attempt == START_ATTEMPTS) {
                    throw failure;
                }
                log.warn("PostgreSQL did not start, attempt {}: {}", attempt, failure.getMessage());
                pause();
            }
        }
    }

    /** Our own cluster behind that port, and not a stranger who happens to listen there. */
    private static boolean answers(Access access, Path home) {
        try (Connection connection = access.source("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW data_directory")) {
            return row.next() && Path.of(row.getString(1)).equals(home);
        } catch (SQLException unhealthy) {
            log.warn("the PostgreSQL left running on port {} does not answer", access.port(), unhealthy);
            return false;
        }
    }

    private static void createDatabase(Access access) throws SQLException {
        try (Connection connection = access.source("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            boolean there;
            try (ResultSet row =
                    statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + Access.DATABASE + "'")) {
                there = row.next();
            }
            if (!there) {
                statement.execute("CREATE DATABASE " + Access.DATABASE);
            }
        }
    }

    private static String holder(Path folder) {
        try {
            return FolderLock.holder(folder);
        } catch (IOException unreadable) {
            return "unknown (" + unreadable.getMessage() + ")";
        }
    }

    private static boolean isFree(int port) {
        if (port <= 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            // a server killed a moment ago leaves connections in TIME_WAIT; PostgreSQL binds over them, so do we
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(START_PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("interrupted while starting PostgreSQL", interrupted);
        }
    }
}
