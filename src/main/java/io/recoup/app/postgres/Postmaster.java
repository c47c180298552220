package io.recoup.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that {@code postmaster.pid} names.
 *
 * @param pid  process id
 * @param port TCP port on which it listens
 */
record Postmaster(long pid, int port) {

    /** What the cluster's pid file says; empty without a file or with one that is still being written. */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile(cluster), StandardCharsets.UTF_8);
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(new Postmaster(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    static Path pidFile(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /**
     * Whether a PostgreSQL runs under this id. A process that died and that nobody collected (process 1 of a
     * container often does not) still has an id, and after a reboot another program may have it: both are dead here.
     */
    boolean isAlive() {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty() || !process.get().isAlive() || isZombie()) {
            return false;
        }
        return process.get()
                .info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    private boolean isZombie() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException noProc) {
            return false;
        }
    }
}
