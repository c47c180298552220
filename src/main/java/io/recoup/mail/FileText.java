package io.recoup.mail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A text file as it stood at one moment.
 *
 * @param text without a byte order mark
 * @param hash SHA-256 of its bytes, hex
 */
public record FileText(Path file, String text, String hash) {

    /** @throws BrokenFile if it cannot be read or is not UTF-8: guessing would put wrong letters into names */
    public static FileText read(Path file) {
        byte[] bytes = bytes(file);
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = utf8.decode(in, out, true);
        if (result.isError()) {
            throw new BrokenFile(
                    List.of(new Problem(file, line(bytes, in.position()), "not UTF-8", "save the file as UTF-8")));
        }
        String text = out.flip().toString();
        return new FileText(file, text.startsWith("\uFEFF") ? text.substring(1) : text, sha256(bytes));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            throw new BrokenFile(List.of(new Problem(file, 0, "the file is gone", "restore it")));
        } catch (IOException unreadable) {
            throw new BrokenFile(
                    List.of(new Problem(file, 0, "cannot be read: " + unreadable.getMessage(), "check its rights")));
        }
    }

    private static int line(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
