package io.recoup.banking;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads bank files of every format recoup knows. The format is recognised by content, never by name; a zip is read as
 * the files in it.
 */
public final class StatementFiles {

    /** How many first bytes a format is recognised by. */
    public static final int HEAD = 512;

    private static final List<StatementFormat> FORMATS = List.of(new CamtFormat());

    private StatementFiles() {}

    /**
     * Streams a file into the sink, in memory that does not grow with it.
     *
     * @throws StatementReadException if the file cannot be read, or not to its end; what came before was given
     * @throws IOException if its bytes cannot be fetched
     */
    public static void read(Path file, StatementSink sink) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            read(in, file.toString(), sink);
        }
    }

    /**
     * As {@link #read(Path, StatementSink)}, from a stream that stays open.
     *
     * @param file name used in statements and messages
     */
    public static void read(InputStream in, String file, StatementSink sink) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(HEAD);
        byte[] head = bytes.readNBytes(HEAD);
        bytes.reset();
        if (ZippedStatements.recognises(head)) {
            ZippedStatements.read(bytes, file, sink);
        } else {
            plain(bytes, head, file, sink);
        }
    }

    static void plain(InputStream in, byte[] head, String file, StatementSink sink) throws IOException {
        for (StatementFormat format : FORMATS) {
            if (format.recognises(head)) {
                format.read(in, file, sink);
                return;
            }
        }
        throw new StatementReadException(
                file,
                1,
                1,
                head.length == 0
                        ? "the file is empty"
                        : "not a bank statement that recoup can read (expected "
                                + String.join(
                                        ", ",
                                        FORMATS.stream()
                                                .map(StatementFormat::name)
                                                .toList())
                                + ", or a zip of them)",
                null);
    }
}
