package io.recoup.banking;

import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an XML file on their way to the parser. Remembers where the parser put the last ones: when they are in
 * no valid encoding, the parser only knows where its buffer began, and the line is found here.
 */
final class XmlBytes extends FilterInputStream {

    private byte[] last = {};
    private int from;
    private int length;
    private @Nullable IOException failure;

    XmlBytes(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        try {
            int read = in.read(target, offset, most);
            last = target;
            from = offset;
            length = Math.max(read, 0);
            return read;
        } catch (IOException unreadable) {
            failure = unreadable;
            throw unreadable;
        }
    }

    /** The file stays open: whoever opened it closes it. */
    @Override
    public void close() {
        // nothing of ours to close
    }

    /**
     * Says where and why the parser stopped.
     *
     * @throws IOException if it stopped because the bytes could not be fetched
     */
    StatementReadException explained(Exception broken, @Nullable XMLStreamReader2 xml, String file) throws IOException {
        if (failure != null && !(failure instanceof CharConversionException)) {
            throw failure;
        }
        Throwable cause = broken;
        while (cause.getCause() != null && !(cause instanceof IOException)) {
            cause = cause.getCause();
        }
        Location at = broken instanceof XMLStreamException located && located.getLocation() != null
                ? located.getLocation()
                : xml == null ? null : xml.getLocationInfo().getCurrentLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNumber());
        int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
        if (cause instanceof CharConversionException) {
            Location buffer = xml == null ? null : xml.getLocationInfo().getCurrentLocation();
            line = (buffer == null ? 1 : buffer.getLineNumber()) + linesBeforeInvalid();
            String reason = "the file is not in the encoding it declares (UTF-8 where it declares none): "
                    + firstLine(cause.getMessage());
            return new StatementReadException(file, line, 1, reason, broken);
        }
        return new StatementReadException(file, line, column, firstLine(broken.getMessage()), broken);
    }

    private int linesBeforeInvalid() {
        int start = from;
        // a character may have begun in the buffer before
        while (start < from + length && start < from + 3 && (last[start] & 0xC0) == 0x80) {
            start++;
        }
        ByteBuffer bytes = ByteBuffer.wrap(last, start, from + length - start);
        CharBuffer chars = CharBuffer.allocate(length + 1);
        StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, false);
        return (int) chars.flip().chars().filter(c -> c == '\n').count();
    }

    /** The parser's messages run over several lines, of which one says it; the others repeat the place. */
    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "not readable as XML";
        }
        String said = message.startsWith("ParseError") ? message.substring(message.indexOf('\n') + 1) : message;
        return said.lines()
                .findFirst()
                .orElse(said)
                .replaceFirst("^Message: ", "")
                .strip();
    }
}
