package io.recoup.intake.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/** Turns a record's bytes into text and never guesses: bytes that are not of the charset are a fault of the record. */
final class Decoding {

    private static final String MARKS = "\r\n\t\",;|{}[]";

    private final Charset charset;

    Decoding(Charset charset) {
        this.charset = charset;
    }

    /**
     * @param name a charset in which line feeds, quotes and separators are single ASCII bytes; null = UTF-8
     * @throws UnreadableDelivery if there is no such charset or it is not of that kind
     */
    static Decoding named(String name) {
        if (name == null || name.isBlank()) {
            return new Decoding(StandardCharsets.UTF_8);
        }
        try {
            Charset charset = Charset.forName(name.strip());
            if (charset.canEncode() && new String(MARKS.getBytes(charset), StandardCharsets.US_ASCII).equals(MARKS)) {
                return new Decoding(charset);
            }
            throw new UnreadableDelivery(0, "charset " + name + " is not read here", "convert the file to UTF-8");
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new UnreadableDelivery(
                    0, "charset '" + name + "' is unknown", "use UTF-8, ISO-8859-1 or windows-1252");
        }
    }

    RawRecord record(long line, String locator, byte[] bytes, int length) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        try {
            return RawRecord.of(line, locator, decoder.decode(in).toString());
        } catch (CharacterCodingException malformed) {
            long badLine = line;
            for (int i = 0; i < firstBad(bytes, length); i++) {
                badLine += bytes[i] == '\n' ? 1 : 0;
            }
            return RawRecord.broken(
                    line,
                    locator,
                    new String(bytes, 0, length, charset),
                    "bytes that are not " + charset.name() + " in line " + badLine,
                    "give the door the option charset, e.g. charset=windows-1252, or have the sender write UTF-8");
        }
    }

    /** The text as good as it can be read, for people only. */
    String roughly(byte[] bytes, int length) {
        return new String(bytes, 0, length, charset);
    }

    private int firstBad(byte[] bytes, int length) {
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer out = CharBuffer.allocate(length + 1);
        CoderResult result = decoder.decode(in, out, true);
        return result.isError() ? in.position() : length;
    }
}
