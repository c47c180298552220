package io.recoup.banking;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** A zip of bank files, read entry by entry without unpacking it anywhere, within limits that stop a zip bomb. */
final class ZippedStatements {

    private static final int MOST_FILES = 10_000;
    private static final int HIGHEST_RATIO = 100;
    private static final long MOST_BYTES = 1L << 30;
    /** Below this a high ratio does no harm and is common: statements repeat themselves. */
    private static final long HARMLESS_BYTES = 1L << 20;

    private ZippedStatements() {}

    static boolean recognises(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    static void read(InputStream in, String file, StatementSink sink) throws IOException {
        Counted packed = new Counted(in);
        try {
            ZipInputStream zip = new ZipInputStream(packed);
            Unpacked unpacked = new Unpacked(zip, packed, file);
            int files = 0;
            for (ZipEntry entry = next(zip, file); entry != null; entry = next(zip, file)) {
                if (++files > MOST_FILES) {
                    throw refused(file, "more than " + MOST_FILES + " files in the zip", null);
                }
                if (!entry.isDirectory()) {
                    one(unpacked, file + "!/" + entry.getName(), sink);
                }
            }
        } catch (ZipException broken) {
            throw refused(file, "the zip is damaged: " + broken.getMessage(), broken);
        } catch (EOFException truncated) {
            throw refused(file, "the zip is cut off", truncated);
        }
    }

    private static ZipEntry next(ZipInputStream zip, String file) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException badName) {
            throw refused(file, "the zip holds a name that cannot be read: " + badName.getMessage(), badName);
        }
    }

    private static void one(InputStream unpacked, String file, StatementSink sink) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(unpacked, 1 << 16);
        bytes.mark(StatementFiles.HEAD);
        byte[] head = bytes.readNBytes(StatementFiles.HEAD);
        bytes.reset();
        if (recognises(head)) {
            throw refused(file, "a zip within a zip is not read", null);
        }
        StatementFiles.plain(bytes, head, file, sink);
    }

    private static StatementReadException refused(String file, String reason, Throwable cause) {
        return new StatementReadException(file, 1, 1, reason, cause);
    }

    /** Counts the packed bytes. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int most) throws IOException {
            int read = in.read(target, offset, most);
            count += Math.max(read, 0);
            return read;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count += read < 0 ? 0 : 1;
            return read;
        }
    }

    /** Counts the unpacked bytes and stops where they are too many, or too many for the packed ones. */
    private static final class Unpacked extends FilterInputStream {
        private final Counted packed;
        private final String file;
        private long count;

        Unpacked(InputStream in, Counted packed, String file) {
            super(in);
            this.packed = packed;
            this.file = file;
        }

        @Override
        public int read(byte[] target, int offset, int most) throws IOException {
            int read = in.read(target, offset, most);
            count += Math.max(read, 0);
            if (count > MOST_BYTES) {
                throw refused(file, "the zip unpacks to more than " + MOST_BYTES + " bytes", null);
            }
            if (count > HARMLESS_BYTES && count > packed.count * HIGHEST_RATIO) {
                throw refused(file, "the zip unpacks to more than " + HIGHEST_RATIO + " times its size", null);
            }
            return read;
        }
    }
}
