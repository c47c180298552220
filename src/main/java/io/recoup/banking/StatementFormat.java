package io.recoup.banking;

import java.io.IOException;
import java.io.InputStream;

/** One family of bank statement formats that can be recognised by how a file begins. */
public interface StatementFormat {

    /** What this format is called in messages, e.g. {@code camt.052/053/054}. */
    String name();

    /**
     * Whether a file that begins like this should be given to {@link #read}. A format that says yes and then finds
     * something else throws.
     *
     * @param head the first bytes of the file, at most {@value StatementFiles#HEAD}
     */
    boolean recognises(byte[] head);

    /**
     * Streams one file into the sink, in memory that does not grow with the file.
     *
     * @param in is read to its end and not closed
     * @param file name used in statements and messages
     * @throws StatementReadException at the first point that cannot be read; what came before was given to the sink
     * @throws IOException if the bytes themselves cannot be fetched
     */
    void read(InputStream in, String file, StatementSink sink) throws IOException;
}
