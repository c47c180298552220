package io.recoup.app.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL programs of this platform, unpacked once from the jar that carries them.
 *
 * @param home folder with {@code bin}, {@code lib} and {@code share}
 */
public record PostgresBinaries(Path home) {

    /** The version on the class path, kept equal to the pom by a test. */
    public static final String VERSION = "17.11.0";

    /**
     * Unpacks into {@code folder/VERSION} unless that is there already. Two processes may do so at the same time:
     * the folder appears whole or not at all.
     *
     * @throws PostgresFailure if the class path has no PostgreSQL for this platform
     */
    public static PostgresBinaries unpackInto(Path folder) throws IOException {
        Path home = folder.resolve(VERSION).toAbsolutePath();
        if (Files.isDirectory(home)) {
            return new PostgresBinaries(home);
        }
        Files.createDirectories(folder);
        Path unpacking = Files.createTempDirectory(folder, ".unpacking-");
        try (InputStream archive = archive()) {
            unpack(archive, unpacking);
            if (posix(unpacking)) {
                // the server's account may be another one than ours
                Files.setPosixFilePermissions(unpacking, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
            moveUnlessThere(unpacking, home);
        } finally {
            FileSystemUtils.deleteRecursively(unpacking);
        }
        return new PostgresBinaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
    }

    /** The archive's name in its jar, e.g. {@code postgres-linux-x86_64.txz}. */
    static String archiveName(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String arch = osArch.toLowerCase(Locale.ROOT);
        String system = os.contains("win") && !os.contains("darwin") ? "windows" : os.contains("mac") ? "darwin" : os;
        return "postgres-" + system + "-" + (arch.equals("aarch64") || arch.equals("arm64") ? "arm_64" : "x86_64")
                + ".txz";
    }

    private static InputStream archive() {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        InputStream archive = PostgresBinaries.class.getResourceAsStream("/" + name);
        if (archive == null) {
            throw new PostgresFailure("no embedded PostgreSQL for this platform (" + name
                    + " is not on the class path): set recoup.database.url to a PostgreSQL 15 or later");
        }
        return archive;
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        boolean posix = posix(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("archive entry leaves its folder: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (!entry.isDirectory()) {
                    Files.copy(tar, path, StandardCopyOption.REPLACE_EXISTING);
                    if (posix) {
                        boolean runs = (entry.getMode() & 0100) != 0;
                        Files.setPosixFilePermissions(
                                path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
                    }
                }
            }
        }
    }

    private static void moveUnlessThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notAtomic) {
            Files.move(from, to);
        } catch (FileSystemException taken) {
            if (!Files.isDirectory(to)) {
                throw taken;
            }
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
