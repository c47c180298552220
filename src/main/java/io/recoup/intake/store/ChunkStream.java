package io.recoup.intake.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.IntFunction;

/** The chunks of a delivery, one after the other, one in memory at a time. */
final class ChunkStream extends InputStream {

    private final IntFunction<byte[]> chunks;
    private int next;
    private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);

    /** @param chunks gives the chunk of a number, or null past the last */
    ChunkStream(IntFunction<byte[]> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return advance() ? current.read() : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (length == 0) {
            return 0;
        }
        return advance() ? current.read(into, from, length) : -1;
    }

    @Override
    public int available() {
        return current == null ? 0 : current.available();
    }

    private boolean advance() {
        while (current != null && current.available() == 0) {
            byte[] chunk = chunks.apply(next++);
            current = chunk == null ? null : new ByteArrayInputStream(chunk);
        }
        return current != null;
    }
}
