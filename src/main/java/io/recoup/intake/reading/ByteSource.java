package io.recoup.intake.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Bytes one by one with the line they stand on; a byte order mark of UTF-8 is passed over, others are refused. */
final class ByteSource {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long line = 1;

    ByteSource(InputStream in) {
        this.in = in;
        fill();
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            position = 3;
        } else if (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE)) {
            throw new UnreadableDelivery(1, "the file is UTF-16", "have the sender write UTF-8");
        }
    }

    /** The next byte without taking it, or -1 at the end. */
    int peek() {
        if (position == limit) {
            fill();
        }
        return limit <= 0 ? -1 : buffer[position] & 0xFF;
    }

    int next() {
        int b = peek();
        if (b >= 0) {
            position++;
            if (b == '\n') {
                line++;
            }
        }
        return b;
    }

    /** Line of the next byte, from 1. */
    long line() {
        return line;
    }

    /** What is buffered of the bytes to come: at the beginning of a delivery its first 64 kB, or all of it. */
    String buffered() {
        return new String(buffer, position, Math.max(0, limit - position), StandardCharsets.ISO_8859_1);
    }

    int skipBlanks() {
        int b = peek();
        while (b == ' ' || b == '\t' || b == '\r' || b == '\n') {
            next();
            b = peek();
        }
        return b;
    }

    private boolean startsWith(int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (limit <= i || (buffer[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private void fill() {
        try {
            limit = in.readNBytes(buffer, 0, BUFFER);
            position = 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
