package io.recoup.intake.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A delivery read to its end, with its hash, before the database hears of it: no transaction waits for a slow sender,
 * and what is known already is never written. Up to a megabyte stays in memory, more goes to a temporary file.
 */
public final class Spool implements AutoCloseable {

    private static final int IN_MEMORY = 1 << 20;

    private final byte[] memory;
    private final Path file;
    private final long bytes;
    private final String sha256;

    private Spool(byte[] memory, Path file, long bytes, String sha256) {
        this.memory = memory;
        this.file = file;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /** @throws UncheckedIOException if the body cannot be read to its end */
    public static Spool of(InputStream body) {
        MessageDigest digest = sha256();
        DigestInputStream in = new DigestInputStream(body, digest);
        try {
            byte[] head = in.readNBytes(IN_MEMORY);
            if (head.length < IN_MEMORY) {
                return new Spool(head, null, head.length, HexFormat.of().formatHex(digest.digest()));
            }
            Path file = Files.createTempFile("recoup-delivery-", ".bin");
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(head);
                long bytes = head.length + in.transferTo(out);
                return new Spool(null, file, bytes, HexFormat.of().formatHex(digest.digest()));
            } catch (IOException failure) {
                Files.deleteIfExists(file);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the delivery cannot be read to its end", failure);
        }
    }

    public InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(memory) : Files.newInputStream(file);
    }

    public long bytes() {
        return bytes;
    }

    public String hash() {
        return sha256;
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
