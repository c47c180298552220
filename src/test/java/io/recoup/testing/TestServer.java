package io.recoup.testing;

import io.recoup.app.postgres.PostgresBinaries;
import io.recoup.app.postgres.PostgresCluster;
import io.recoup.app.postgres.ServerAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL for all tests of a JVM, with every migration applied once to a template database. It gives up
 * durability for speed and lives in the system's temporary folder, because root's own folders are closed to the
 * server's account.
 */
final class TestServer {

    private static final String TEMPLATE = "recoup_template";
    private static final String PREFIX = "recoup-test-";
    private static final AtomicInteger COPIES = new AtomicInteger();

    private static TestServer running;

    private final int port;

    private TestServer(int port) {
        this.port = port;
    }

    static synchronized TestServer get() {
        if (running == null) {
            try {
                running = start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return running;
    }

    /** A database of its own, as the migrations leave it. */
    PGSimpleDataSource freshDatabase() {
        String name = "test_" + COPIES.incrementAndGet();
        JdbcClient.create(database("postgres"))
                .sql("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE)
                .update();
        return database(name);
    }

    private PGSimpleDataSource database(String name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(name);
        source.setUser("recoup");
        source.setPassword("test");
        return source;
    }

    private static TestServer start() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        ServerAccount account = ServerAccount.current();
        PostgresBinaries binaries =
                PostgresBinaries.unpackInto(temporary.resolve("recoup-postgres-" + System.getProperty("user.name")));
        removeLeftovers(temporary, binaries, account);
        Path home = Files.createTempDirectory(
                temporary, PREFIX + ProcessHandle.current().pid() + "-");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        PostgresCluster cluster = new PostgresCluster(binaries, account, home.resolve("cluster"));
        cluster.create("recoup", "test");
        int port = freePort();
        cluster.start(
                port,
                Map.of(
                        "fsync", "off",
                        "synchronous_commit", "off",
                        "full_page_writes", "off",
                        "track_commit_timestamp", "on",
                        "max_connections", "200"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(cluster, home)));
        TestServer server = new TestServer(port);
        JdbcClient.create(server.database("postgres"))
                .sql("CREATE DATABASE " + TEMPLATE)
                .update();
        Flyway.configure().dataSource(server.database(TEMPLATE)).load().migrate();
        return server;
    }

    /** A test JVM that was killed leaves its server behind. */
    private static void removeLeftovers(Path temporary, PostgresBinaries binaries, ServerAccount account)
            throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path home : leftovers) {
                String pid =
                        home.getFileName().toString().substring(PREFIX.length()).split("-")[0];
                if (Files.isWritable(home)
                        && ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
                    remove(new PostgresCluster(binaries, account, home.resolve("cluster")), home);
                }
            }
        }
    }

    private static void remove(PostgresCluster cluster, Path home) {
        try {
            cluster.stop();
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
