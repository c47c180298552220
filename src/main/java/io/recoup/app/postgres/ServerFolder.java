package io.recoup.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The folder with the programs, the cluster and the connection file. */
public final class ServerFolder {

    private static final Logger log = LoggerFactory.getLogger(ServerFolder.class);

    private ServerFolder() {}

    /**
     * {@code data/postgresql} in the working folder. Root may work in a folder that the server's unprivileged
     * account cannot enter (such as {@code /root}); then the books lie in {@code /var/lib/recoup}, one folder for
     * each working folder.
     */
    public static Path byDefault(Path workingFolder) {
        Path near = workingFolder.toAbsolutePath().normalize().resolve("data").resolve("postgresql");
        return ServerAccount.current()
                .barrierTo(near)
                .map(barrier -> {
                    Path far = Path.of("/var/lib/recoup", shortName(near), "postgresql");
                    log.warn(
                            "the database's account cannot enter {}: the database lies in {} instead of {}"
                                    + " (set recoup.database.folder to choose)",
                            barrier,
                            far,
                            near);
                    return far;
                })
                .orElse(near);
    }

    /** @throws PostgresFailure if the server's account could not enter the folder */
    static void prepare(Path folder, ServerAccount account) throws IOException {
        account.barrierTo(folder).ifPresent(barrier -> {
            throw new PostgresFailure("recoup runs as root and PostgreSQL as nobody, who may not enter " + barrier
                    + " on the way to " + folder + ": run 'chmod o+x " + barrier
                    + "', set recoup.database.folder to e.g. /var/lib/recoup/postgresql, or start recoup as an"
                    + " ordinary user");
        });
        Deque<Path> missing = new ArrayDeque<>();
        for (Path part = folder; part != null && !Files.exists(part); part = part.getParent()) {
            missing.push(part);
        }
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        for (Path part : missing) {
            Files.createDirectory(part);
            if (posix) {
                // whatever the umask says: the server's account must pass, nobody else need look inside
                String permissions =
                        part.equals(folder) ? account.isDropped() ? "rwx--x--x" : "rwx------" : "rwxr-xr-x";
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    /** What a kill in the middle of unpacking or of initdb left. Only for the holder of the folder's lock. */
    static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> halves = Files.newDirectoryStream(folder, ".{unpacking,initdb,connection}-*")) {
            for (Path half : halves) {
                FileSystemUtils.deleteRecursively(half);
            }
        }
    }

    private static String shortName(Path path) {
        return UUID.nameUUIDFromBytes(path.toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
    }
}
