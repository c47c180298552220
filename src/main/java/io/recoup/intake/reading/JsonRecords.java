package io.recoup.intake.reading;

import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Cuts JSON into records by brackets and quotes alone, so that each keeps its own text and line: the elements of an
 * array, the lines of a JSON-lines file, or one object after the other.
 */
public final class JsonRecords {

    private static final String CUT = "the JSON ends in the middle of this record";
    private static final String SEND_AGAIN = "have the sender complete the file and send it again";

    private final ByteSource bytes;
    private final Decoding decoding;
    private final Bytes gathered;

    private JsonRecords(InputStream in, String charset, int most) {
        this.bytes = new ByteSource(in);
        this.decoding = Decoding.named(charset);
        this.gathered = new Bytes(most);
    }

    /**
     * Streams the records of one delivery.
     *
     * @param charset null = UTF-8
     * @param most largest record in bytes
     * @throws UnreadableDelivery if it is no JSON from some point on; the records before were given out
     */
    public static void read(InputStream in, String charset, int most, Consumer<RawRecord> sink) {
        JsonRecords records = new JsonRecords(in, charset, most);
        int first = records.bytes.skipBlanks();
        if (first < 0) {
            throw new UnreadableDelivery(1, "the file is empty", SEND_AGAIN);
        }
        if (first == '[') {
            records.array(sink);
        } else if (first == '{') {
            records.objects(sink, most);
        } else {
            throw new UnreadableDelivery(
                    records.bytes.line(),
                    first == '<' ? "this is XML, not JSON" : "this is not JSON: it begins with '" + (char) first + "'",
                    "a CSV needs the door's option columns; XML documents are not read by this door");
        }
    }

    private void array(Consumer<RawRecord> sink) {
        bytes.next();
        for (int n = 1; ; n++) {
            int b = bytes.skipBlanks();
            if (b == ']') {
                bytes.next();
                if (bytes.skipBlanks() >= 0) {
                    throw new UnreadableDelivery(bytes.line(), "there is more after the end of the array", SEND_AGAIN);
                }
                return;
            }
            if (b < 0) {
                throw new UnreadableDelivery(
                        bytes.line(), "the array is not closed: the file is cut short", SEND_AGAIN);
            }
            long line = bytes.line();
            boolean whole = value();
            sink.accept(taken(line, "[" + n + "]", whole));
            b = bytes.skipBlanks();
            if (b == ',') {
                bytes.next();
            } else if (b >= 0 && b != ']' && b != '{') {
                throw new UnreadableDelivery(
                        bytes.line(), "expected ',' or ']' after record " + n + " of the array", SEND_AGAIN);
            }
        }
    }

    /** Lines, if the first object ends with its line or the next line begins another; else one after the other. */
    private void objects(Consumer<RawRecord> sink, int most) {
        if (isByLine(bytes.buffered())) {
            Lines lines = new Lines(bytes, decoding, most);
            for (RawRecord line = lines.nextNotBlank(); line != null; line = lines.nextNotBlank()) {
                sink.accept(line);
            }
            return;
        }
        for (int b = bytes.skipBlanks(); b >= 0; b = bytes.skipBlanks()) {
            if (b != '{') {
                throw new UnreadableDelivery(
                        bytes.line(), "expected another object or the end, not '" + (char) b + "'", SEND_AGAIN);
            }
            long line = bytes.line();
            boolean whole = value();
            sink.accept(taken(line, "", whole));
        }
    }

    private static boolean isByLine(String head) {
        int end = head.indexOf('\n');
        return end >= 0
                && (closes(head.substring(0, end))
                        || head.substring(end).stripLeading().startsWith("{"));
    }

    private static boolean closes(String line) {
        Nesting nesting = new Nesting();
        for (int i = 0; i < line.length(); i++) {
            nesting.see(line.charAt(i));
        }
        return nesting.isOutside();
    }

    private RawRecord taken(long line, String locator, boolean whole) {
        RawRecord record = gathered.record(decoding, line, locator);
        return whole || record.fault() != null
                ? record
                : RawRecord.broken(line, locator, record.text(), CUT, SEND_AGAIN);
    }

    /** Gathers one value; false if the bytes end inside it. */
    private boolean value() {
        gathered.clear();
        Nesting nesting = new Nesting();
        while (true) {
            int b = bytes.peek();
            if (nesting.isOutside() && (b == ',' || b == ']' || b == '}' || b <= ' ')) {
                return gathered.length() > 0;
            }
            if (b < 0) {
                return false;
            }
            gathered.add(bytes.next());
            nesting.see(b);
            if (nesting.isOutside() && (b == '}' || b == ']')) {
                return true;
            }
        }
    }

    /** Follows brackets and quotes. */
    private static final class Nesting {
        private int depth;
        private boolean quoted;
        private boolean escaped;

        void see(int c) {
            if (escaped) {
                escaped = false;
            } else if (quoted) {
                escaped = c == '\\';
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        }

        boolean isOutside() {
            return depth <= 0 && !quoted;
        }
    }
}
