package io.recoup.bench;

import io.recoup.bench.CrashBench.Stuck;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/** One demo in a folder of its own: the jar, a copy of the routes, its ports, its books. It can be killed. */
final class CrashSite implements AutoCloseable {

    static final String READY = "recoup is ready";
    static final String PLAYED = "The demo stands on";

    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final Path home;
    private final Path jar;
    private final int port;
    private Process application;
    private long logFrom;

    CrashSite(Path jar, Path routes) throws IOException {
        this.jar = jar;
        home = Files.createTempDirectory("recoup-crash-");
        // the server runs under an account of its own when we are root
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        FileSystemUtils.copyRecursively(routes, home.resolve("routes"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    Path home() {
        return home;
    }

    Path settlements(String erp) {
        return home.resolve("data/demo/outbox").resolve(erp + "-settlements.csv");
    }

    void start() throws IOException {
        Path log = home.resolve("recoup.log");
        logFrom = Files.exists(log) ? Files.size(log) : 0;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--recoup.demo.smtp-port=0",
                "--recoup.demo.imap-port=0"));
        application = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Whether the process started last has logged this. */
    boolean hasLogged(String words) {
        try (RandomAccessFile log =
                new RandomAccessFile(home.resolve("recoup.log").toFile(), "r")) {
            byte[] written = new byte[(int) (log.length() - logFrom)];
            log.seek(logFrom);
            log.readFully(written);
            return new String(written, StandardCharsets.UTF_8).contains(words);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void await(String what, Duration most, BooleanSupplier done) {
        long end = System.nanoTime() + most.toNanos();
        while (!done.getAsBoolean()) {
            if (!application.isAlive()) {
                throw new Stuck(what + ": recoup ended by itself, see " + home.resolve("recoup.log"));
            }
            if (System.nanoTime() > end) {
                throw new Stuck(what + ": not within " + most + ", see " + home.resolve("recoup.log"));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    /** kill -9 of recoup; returns when the process is gone. */
    void kill() throws InterruptedException {
        application.destroyForcibly().waitFor();
    }

    /** kill -9 of the database's first process. @return false when none runs yet */
    boolean killDatabase() throws IOException {
        try {
            List<String> lines = Files.readAllLines(database().resolve("cluster-17/postmaster.pid"));
            return !lines.isEmpty()
                    && ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                            .map(ProcessHandle::destroyForcibly)
                            .orElse(false);
        } catch (NoSuchFileException none) {
            return false;
        }
    }

    /** The books; empty while nobody has written down how to reach them. */
    Optional<PGSimpleDataSource> books() {
        Properties access = new Properties();
        try (var reader = Files.newBufferedReader(database().resolve("connection.properties"))) {
            access.load(reader);
        } catch (IOException notYet) {
            return Optional.empty();
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + access.getProperty("port") + "/recoup");
        source.setUser(access.getProperty("username"));
        source.setPassword(access.getProperty("password"));
        return Optional.of(source);
    }

    private Path database() {
        return home.resolve("data/postgresql");
    }

    /** Stops recoup as an administrator would, so that its database stops with it. */
    @Override
    public void close() throws IOException {
        if (application != null && application.isAlive()) {
            application.destroy();
            try {
                if (!application.waitFor(60, TimeUnit.SECONDS)) {
                    application.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        killDatabase();
    }

    void delete() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }
}
