package io.recoup.bench;

import io.recoup.app.postgres.PostgresBinaries;
import io.recoup.app.postgres.PostgresCluster;
import io.recoup.app.postgres.ServerAccount;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A durable PostgreSQL of its own with every migration applied; gone, with its files, when closed. */
public final class BenchServer implements AutoCloseable {

    private final Path home;
    private final PostgresCluster cluster;
    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

    public BenchServer(Map<String, String> settings) throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        home = Files.createTempDirectory(temporary, "recoup-bench-");
        // the server runs under an account of its own when we are root
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        PostgresBinaries binaries =
                PostgresBinaries.unpackInto(temporary.resolve("recoup-postgres-" + System.getProperty("user.name")));
        cluster = new PostgresCluster(binaries, ServerAccount.current(), home.resolve("cluster"));
        cluster.create("recoup", "bench");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        cluster.start(port, settings);
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {port});
        dataSource.setDatabaseName("postgres");
        dataSource.setUser("recoup");
        dataSource.setPassword("bench");
        Flyway.configure().dataSource(dataSource).load().migrate();
    }

    /** Of the postmaster, whose children are all that works. */
    public long pid() {
        return JdbcClient.create(dataSource)
                .sql("SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)::bigint")
                .query(Long.class)
                .single();
    }

    public PGSimpleDataSource dataSource() {
        return dataSource;
    }

    /** A database of its own that begins as the first one stands now; nobody may be connected to that. */
    public PGSimpleDataSource copy(String name) {
        JdbcClient.create(named("template1"))
                .sql("CREATE DATABASE " + name + " TEMPLATE postgres")
                .update();
        return named(name);
    }

    private PGSimpleDataSource named(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(dataSource.getServerNames());
        source.setPortNumbers(dataSource.getPortNumbers());
        source.setDatabaseName(database);
        source.setUser(dataSource.getUser());
        source.setPassword(dataSource.getPassword());
        return source;
    }

    @Override
    public void close() throws IOException {
        cluster.stop();
        FileSystemUtils.deleteRecursively(home);
    }
}
