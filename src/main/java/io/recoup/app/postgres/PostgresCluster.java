package io.recoup.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL cluster on disk: it can be created, started and stopped. It listens on 127.0.0.1 only. */
public final class PostgresCluster {

    /** Long enough to replay the log of a large database after a crash. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PostgresBinaries binaries;
    private final ServerAccount account;
    private final Path folder;

    /** @param folder the server's own files; created by {@link #create} */
    public PostgresCluster(PostgresBinaries binaries, ServerAccount account, Path folder) {
        this.binaries = binaries;
        this.account = account;
        this.folder = folder.toAbsolutePath().normalize();
    }

    public boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    /**
     * Lays out an empty cluster, UTF-8 with the platform-independent builtin C.UTF-8 locale, whose only way in is
     * the password. It appears whole or not at all.
     */
    public void create(String superuser, String password) throws IOException {
        Path parent = Files.createDirectories(folder.getParent());
        Path fresh = Files.createTempDirectory(parent, ".initdb-");
        Path secret = Files.createTempFile(parent, ".initdb-", ".password");
        try {
            Files.writeString(secret, password);
            account.own(fresh);
            account.own(secret);
            run(
                    "initdb",
                    "-D",
                    fresh.toString(),
                    "-U",
                    superuser,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions");
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(secret);
            FileSystemUtils.deleteRecursively(fresh);
        }
    }

    /**
     * Starts the server and waits until it answers. A pid file left by a dead server is removed first.
     *
     * @param settings further {@code postgresql.conf} settings, e.g. {@code fsync=off}
     * @throws PostgresFailure if it does not come up; the message ends with the server's own words
     */
    public void start(int port, Map<String, String> settings) throws IOException {
        if (postmaster().filter(server -> !server.isAlive()).isPresent()) {
            Files.deleteIfExists(Postmaster.pidFile(folder));
        }
        List<String> options = new ArrayList<>(List.of(
                "-p " + port, "-c listen_addresses=127.0.0.1", "-c unix_socket_directories=", "-c timezone=UTC"));
        settings.forEach((name, value) -> options.add("-c " + name + "=" + value));
        Path log = folder.resolve("startup.log");
        try {
            run(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-t",
                    Long.toString(PATIENCE.toSeconds()),
                    "-D",
                    folder.toString(),
                    "-l",
                    log.toString(),
                    "-o",
                    String.join(" ", options));
        } catch (PostgresFailure failure) {
            throw new PostgresFailure(failure.getMessage() + "\n" + lastLines(log), failure);
        }
    }

    /** Stops the server after its running statements are rolled back; returns at once if none runs. */
    public void stop() throws IOException {
        if (postmaster().filter(Postmaster::isAlive).isEmpty()) {
            return;
        }
        try {
            run("pg_ctl", "stop", "-m", "fast", "-w", "-t", "30", "-D", folder.toString());
        } catch (PostgresFailure stuckOrGone) {
            if (!isRunning()) {
                return;
            }
            run("pg_ctl", "stop", "-m", "immediate", "-w", "-t", "30", "-D", folder.toString());
        }
    }

    Optional<Postmaster> postmaster() throws IOException {
        return Postmaster.of(folder);
    }

    /** The port of the server that runs on this cluster; empty if none does. */
    OptionalInt runningPort() throws IOException {
        Optional<Postmaster> server = postmaster().filter(Postmaster::isAlive);
        return server.isPresent() ? OptionalInt.of(server.get().port()) : OptionalInt.empty();
    }

    boolean isRunning() {
        try {
            return postmaster().filter(Postmaster::isAlive).isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(binaries.program(program).toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("recoup-" + program, ".log");
        try {
            // output goes to a file: the server inherits it, and a pipe would keep us waiting for its end
            ProcessBuilder builder = new ProcessBuilder(account.command(command))
                    .directory(binaries.home().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PostgresFailure(program + " did not end within " + PATIENCE + "\n" + lastLines(output));
            }
            if (process.exitValue() != 0) {
                throw new PostgresFailure(
                        program + " failed with exit code " + process.exitValue() + "\n" + lastLines(output));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("interrupted while running " + program, interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String lastLines(Path log) throws IOException {
        if (!Files.isReadable(log)) {
            return "";
        }
        List<String> lines = List.of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8).split("\n"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
