package io.recoup.app.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The right to run the server of one folder. The operating system takes it back when the process dies, however it
 * dies. The holder's process id stands in a second file, for people.
 */
final class FolderLock implements AutoCloseable {

    /** Closing any channel on a locked file gives up the whole process's lock: never open it twice. */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Empty if another process, or this one, holds it. */
    static Optional<FolderLock> tryAcquire(Path folder) throws IOException {
        Path real = folder.toRealPath();
        synchronized (HELD) {
            if (!HELD.add(real)) {
                return Optional.empty();
            }
            FileChannel channel =
                    FileChannel.open(real.resolve("recoup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                HELD.remove(real);
                return Optional.empty();
            }
            Files.writeString(
                    holderFile(real), Long.toString(ProcessHandle.current().pid()));
            return Optional.of(new FolderLock(real, channel));
        }
    }

    /** The process that took the lock last, as text for a message. */
    static String holder(Path folder) throws IOException {
        try {
            return Files.readString(holderFile(folder)).strip();
        } catch (NoSuchFileException none) {
            return "unknown";
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            Files.deleteIfExists(holderFile(folder));
            channel.close();
            HELD.remove(folder);
        }
    }

    private static Path holderFile(Path folder) {
        return folder.resolve("recoup.pid");
    }
}
