package io.recoup.mail;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A file that goes with a letter.
 *
 * @param fileName cleaned: no path, no control or invisible character, at most 120 characters
 * @param contentType the one that belongs to the name's ending
 */
public record Attachment(String fileName, String contentType, byte[] bytes) {

    /** 10 MB of 1,048,576 bytes, all attachments of a letter together; many mail servers take no more. */
    public static final long MAX_TOTAL_BYTES = 10L * 1024 * 1024;

    private static final int MAX_NAME = 120;
    private static final Map<String, String> TYPES = Map.of(
            "pdf", "application/pdf",
            "doc", "application/msword",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg",
            "png", "image/png");

    /** @throws IllegalArgumentException if letters carry no such files, or the bytes are not what the name says */
    public Attachment {
        String given = fileName;
        fileName = cleaned(fileName);
        String ending = ending(fileName);
        String expected = Optional.ofNullable(TYPES.get(ending))
                .orElseThrow(() -> new IllegalArgumentException("'" + LetterFields.oneLine(given)
                        + "' cannot be attached: send it as pdf, doc, docx, jpg, jpeg or png"));
        if (!expected.equalsIgnoreCase(contentType)) {
            throw new IllegalArgumentException(
                    "'" + fileName + "' is said to be " + contentType + ", but its name means " + expected);
        }
        contentType = expected;
        bytes = bytes.clone();
        if (!fits(ending, bytes)) {
            throw new IllegalArgumentException(
                    "'" + fileName + "' does not contain what its name says: save it again as " + ending);
        }
    }

    /** With the content type that belongs to the name's ending. */
    public static Attachment of(String fileName, byte[] bytes) {
        return new Attachment(fileName, TYPES.getOrDefault(ending(cleaned(fileName)), "unknown"), bytes);
    }

    /** @throws IllegalArgumentException naming the largest file, if they are too much for one letter */
    static List<Attachment> together(List<Attachment> attachments) {
        long total = attachments.stream().mapToLong(one -> one.bytes.length).sum();
        if (total > MAX_TOTAL_BYTES) {
            Attachment largest = attachments.stream()
                    .max(Comparator.comparingInt(one -> one.bytes.length))
                    .orElseThrow();
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the attachments have %.2f MB together, allowed are 10 MB; the largest is '%s' with %.2f MB:"
                            + " attach fewer or smaller files",
                    total / 1048576.0,
                    largest.fileName,
                    largest.bytes.length / 1048576.0));
        }
        return List.copyOf(attachments);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment file && fileName.equals(file.fileName) && Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return fileName.hashCode();
    }

    @Override
    public String toString() {
        return "Attachment[" + fileName + ", " + bytes.length + " bytes]";
    }

    private static boolean fits(String ending, byte[] bytes) {
        return switch (ending) {
            case "pdf" ->
                new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
            case "doc" -> startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0);
            case "docx" -> startsWith(bytes, 'P', 'K', 3, 4);
            case "png" -> Picture.isPng(bytes);
            default -> Picture.isJpeg(bytes);
        };
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** What is left cannot leave the folder it is saved in, nor show another ending than it has. */
    private static String cleaned(String name) {
        String last = name == null ? "" : name.replaceFirst("(?s).*[/\\\\]", "");
        String clean = LetterFields.oneLine(Normalizer.normalize(last, Normalizer.Form.NFC)
                        .replaceAll("\\p{Cf}", "")
                        .replaceAll("[<>:\"|?*;]", "_"))
                .replaceFirst("^[.\\s]+", "")
                .replaceFirst("[.\\s]+$", "");
        int dot = clean.lastIndexOf('.');
        if (dot < 0) {
            return clean;
        }
        String stem = clean.substring(0, dot);
        String rest = clean.substring(dot);
        int room = Math.max(1, MAX_NAME - rest.length());
        if (stem.length() <= room) {
            return clean;
        }
        boolean splitsPair = Character.isHighSurrogate(stem.charAt(room - 1));
        return stem.substring(0, splitsPair ? room - 1 : room) + rest;
    }
}
