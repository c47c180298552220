package io.recoup.mail;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A creditor's logo as it stood in its file: PNG or JPEG, proved by its bytes. */
public final class Logo {

    /** 200 kB, of 1,024 bytes each: it travels with every letter. */
    public static final int MAX_BYTES = 200 * 1024;

    /** Neither width nor height exceeds it, in pixels: a small file may unpack into a huge picture. */
    public static final int MAX_PIXELS = 2000;

    /** Where it stands above the text. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final byte[] bytes;
    private final Picture picture;
    private final Align align;

    private Logo(byte[] bytes, Picture picture, Align align) {
        this.bytes = bytes;
        this.picture = picture;
        this.align = align;
    }

    /** @throws BrokenFile if the file cannot be read or is no logo; see {@link #of} */
    public static Logo read(Path file, Align align) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw tooBig(size);
            }
            return of(Files.readAllBytes(file), align);
        } catch (IOException unreadable) {
            throw broken(file, "the logo cannot be read: " + unreadable, "check that the file is there");
        } catch (IllegalArgumentException unfit) {
            throw broken(
                    file,
                    unfit.getMessage(),
                    "save the logo as PNG or JPEG, up to 200 kB and " + MAX_PIXELS + " x " + MAX_PIXELS + " pixels");
        }
    }

    /** @throws IllegalArgumentException if it is too large, damaged, or neither PNG nor JPEG */
    public static Logo of(byte[] bytes, Align align) {
        if (bytes.length > MAX_BYTES) {
            throw tooBig(bytes.length);
        }
        Picture picture = Picture.of(bytes);
        if (picture.width() < 1
                || picture.height() < 1
                || picture.width() > MAX_PIXELS
                || picture.height() > MAX_PIXELS) {
            throw new IllegalArgumentException("the logo measures " + picture.width() + " x " + picture.height()
                    + " pixels; allowed are 1 to " + MAX_PIXELS + " each way");
        }
        if (!opens(bytes)) {
            throw new IllegalArgumentException("the logo is damaged, or in colours that no mail program shows (CMYK)");
        }
        return new Logo(bytes.clone(), picture, align);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String contentType() {
        return picture.kind().contentType();
    }

    public Align align() {
        return align;
    }

    /** In pixels. */
    public int width() {
        return picture.width();
    }

    /** In pixels. */
    public int height() {
        return picture.height();
    }

    /** As the HTML refers to it, without angle brackets; equal pictures have the same. */
    String contentId() {
        return "logo." + FileText.sha256(bytes).substring(0, 16) + "@letterhead";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo logo && align == logo.align && Arrays.equals(bytes, logo.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Logo[" + contentType() + ", " + width() + " x " + height() + ", " + align.word() + "]";
    }

    private static boolean opens(byte[] bytes) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
            return image != null && !Picture.isCutOff(bytes);
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    private static IllegalArgumentException tooBig(long size) {
        return new IllegalArgumentException("the logo has " + (size + 1023) / 1024 + " kB; allowed are 200 kB");
    }

    private static BrokenFile broken(Path file, String message, String remedy) {
        return new BrokenFile(List.of(new Problem(file, 0, message, remedy)));
    }
}
