package io.recoup.mail;

import java.nio.ByteBuffer;

/**
 * What the first bytes of a picture say, whatever its name claims.
 *
 * @param width in pixels
 * @param height in pixels
 */
record Picture(Kind kind, int width, int height) {

    enum Kind {
        PNG("image/png"),
        JPEG("image/jpeg");

        private final String contentType;

        Kind(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }
    }

    private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;

    /** @throws IllegalArgumentException if it is neither PNG nor JPEG, or ends before its size is told */
    static Picture of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length >= 24 && in.getLong(0) == PNG_SIGNATURE && in.getInt(12) == IHDR) {
            return new Picture(Kind.PNG, in.getInt(16), in.getInt(20));
        }
        if (isJpeg(bytes)) {
            return jpeg(in);
        }
        throw new IllegalArgumentException("neither a PNG nor a JPEG picture");
    }

    static boolean isPng(byte[] bytes) {
        return bytes.length >= 8 && ByteBuffer.wrap(bytes).getLong() == PNG_SIGNATURE;
    }

    static boolean isJpeg(byte[] bytes) {
        return bytes.length >= 4 && (ByteBuffer.wrap(bytes).getInt() & 0xFFFFFF00) == 0xFFD8FF00;
    }

    /** Programs that show a JPEG fill up what is missing with grey, so that nobody would notice here. */
    static boolean isCutOff(byte[] bytes) {
        for (int i = bytes.length - 2; isJpeg(bytes) && i > 0; i--) {
            if ((bytes[i] & 0xFF) == 0xFF && (bytes[i + 1] & 0xFF) == 0xD9) {
                return false;
            }
        }
        return isJpeg(bytes);
    }

    /** Goes from segment to segment until the frame header (SOF0 to SOF15 without DHT, JPG and DAC). */
    private static Picture jpeg(ByteBuffer in) {
        int at = 2;
        while (at + 9 <= in.limit() && (in.get(at) & 0xFF) == 0xFF) {
            int marker = in.get(at + 1) & 0xFF;
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return new Picture(Kind.JPEG, in.getShort(at + 7) & 0xFFFF, in.getShort(at + 5) & 0xFFFF);
            }
            int length = in.getShort(at + 2) & 0xFFFF;
            boolean fill = marker == 0xFF;
            if (!fill && length < 2) {
                break;
            }
            at += fill ? 1 : 2 + length;
        }
        throw new IllegalArgumentException("a JPEG picture that ends before it tells its size");
    }
}
