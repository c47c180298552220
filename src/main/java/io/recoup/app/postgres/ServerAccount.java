package io.recoup.app.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operating-system account under which the database runs. PostgreSQL refuses to run as root, so that root
 * hands its programs to {@value #UNPRIVILEGED}; everybody else runs them as they are.
 */
public final class ServerAccount {

    private static final String UNPRIVILEGED = "nobody";

    private final List<String> prefix;
    private final boolean dropped;

    private ServerAccount(List<String> prefix, boolean dropped) {
        this.prefix = prefix;
        this.dropped = dropped;
    }

    /** @throws PostgresFailure if root has no program with which to become somebody else */
    public static ServerAccount current() {
        if (!isRoot()) {
            return new ServerAccount(List.of(), false);
        }
        String group = Files.exists(Path.of("/etc/group")) && hasGroup("nogroup") ? "nogroup" : UNPRIVILEGED;
        return find("setpriv")
                .map(setpriv -> List.of(setpriv, "--reuid=" + UNPRIVILEGED, "--regid=" + group, "--clear-groups"))
                .or(() -> find("runuser").map(runuser -> List.of(runuser, "-u", UNPRIVILEGED, "--")))
                .map(command -> new ServerAccount(command, true))
                .orElseThrow(() -> new PostgresFailure("PostgreSQL does not run as root, and neither setpriv nor"
                        + " runuser (package util-linux) is installed to become " + UNPRIVILEGED
                        + ": start recoup as an ordinary user, install util-linux, or set recoup.database.url"));
    }

    static boolean isRoot() {
        return ("root".equals(System.getProperty("user.name")) && Files.isDirectory(Path.of("/proc/self")))
                || "0".equals(ownUid());
    }

    /** True if the database runs as somebody else than this process. */
    public boolean isDropped() {
        return dropped;
    }

    List<String> command(List<String> program) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(program);
        return whole;
    }

    /** Gives a file or a whole folder to this account; nothing happens for ordinary users. */
    public void own(Path path) throws IOException {
        if (!dropped) {
            return;
        }
        UserPrincipal owner =
                path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED);
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.setOwner(folder, owner);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(owner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The first folder on the way to {@code path} that this account may not enter, if there is one. */
    public Optional<Path> barrierTo(Path path) {
        if (!dropped) {
            return Optional.empty();
        }
        for (Path folder = path.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder) && !mayEnter(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    private static boolean mayEnter(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)
                    || UNPRIVILEGED.equals(Files.getOwner(folder).getName());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean hasGroup(String name) {
        try {
            return Files.readAllLines(Path.of("/etc/group")).stream().anyMatch(line -> line.startsWith(name + ":"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static String ownUid() {
        try {
            Map<String, Object> self = Files.readAttributes(Path.of("/proc/self"), "unix:uid");
            return String.valueOf(self.get("uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return "unknown";
        }
    }

    private static Optional<String> find(String program) {
        for (String folder : new String[] {"/usr/bin", "/bin", "/usr/sbin", "/sbin"}) {
            Path candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate)) {
                return Optional.of(candidate.toString());
            }
        }
        return Optional.empty();
    }
}
