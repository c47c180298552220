package io.recoup.intake.reading;

import java.util.Arrays;

/** A record being gathered; it stops growing at the largest record allowed and remembers that there was more. */
final class Bytes {

    private final int most;
    private byte[] held = new byte[1024];
    private int length;
    private boolean overflowed;

    Bytes(int most) {
        this.most = most;
    }

    void add(int b) {
        if (length == most) {
            overflowed = true;
            return;
        }
        if (length == held.length) {
            held = Arrays.copyOf(held, Math.min(most, length * 2));
        }
        held[length++] = (byte) b;
    }

    void clear() {
        length = 0;
        overflowed = false;
    }

    byte[] array() {
        return held;
    }

    int length() {
        return length;
    }

    boolean overflowed() {
        return overflowed;
    }

    void dropLastIf(int b) {
        if (length > 0 && held[length - 1] == (byte) b) {
            length--;
        }
    }

    RawRecord record(Decoding decoding, long line, String locator) {
        if (overflowed) {
            return RawRecord.broken(
                    line,
                    locator,
                    decoding.roughly(held, Math.min(length, 4096)) + " …",
                    "the record is longer than " + most + " bytes",
                    "check for a missing bracket or quote, or raise recoup.intake.record-bytes");
        }
        return decoding.record(line, locator, held, length);
    }
}
