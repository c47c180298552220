package io.recoup.intake.reading;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts a CSV with a header into rows, each with its line and the header above it. A quote that is never closed costs
 * the row it stands in, not the rest of the file.
 */
public final class CsvRecords {

    /** A quoted field may run over several lines, an address for instance, but not over a whole file. */
    private static final int MOST_LINES = 50;

    private final Lines lines;
    private final Character delimiter;

    private CsvRecords(InputStream in, String charset, Character delimiter, int most) {
        this.lines = new Lines(new ByteSource(in), Decoding.named(charset), most);
        this.delimiter = delimiter;
    }

    /** The header and one row, as {@link #read} joins them. */
    public record Row(List<String> header, List<String> fields) {}

    /**
     * Streams the rows of one delivery; the text of each is the header line, a line feed and the row as it came.
     *
     * @param charset null = UTF-8
     * @param delimiter null = the one of {@code ; , tab |} that the header has most of
     * @param most longest line in bytes
     * @param header receives the header's fields before the first row
     * @throws UnreadableDelivery if there is no header
     */
    public static void read(
            InputStream in,
            String charset,
            Character delimiter,
            int most,
            Consumer<List<String>> header,
            Consumer<RawRecord> sink) {
        new CsvRecords(in, charset, delimiter, most).read(header, sink);
    }

    private void read(Consumer<List<String>> headerSink, Consumer<RawRecord> sink) {
        RawRecord head = lines.nextNotBlank();
        if (head == null) {
            throw new UnreadableDelivery(1, "the file is empty", "a CSV begins with a header line");
        }
        if (head.fault() != null) {
            throw new UnreadableDelivery(head.line(), head.fault(), head.remedy());
        }
        char separator = separator(head.text(), delimiter);
        List<String> header = fields(head.text(), separator);
        if (header == null) {
            throw new UnreadableDelivery(head.line(), "the header has an open quote", "write the header in one line");
        }
        headerSink.accept(header);
        for (RawRecord line = lines.nextNotBlank(); line != null; line = lines.nextNotBlank()) {
            RawRecord row = row(line, separator, header.size());
            sink.accept(new RawRecord(row.line(), "", head.text() + "\n" + row.text(), row.fault(), row.remedy()));
        }
    }

    private RawRecord row(RawRecord first, char separator, int expected) {
        StringBuilder text = new StringBuilder(first.text());
        List<RawRecord> more = new ArrayList<>();
        RawRecord last = first;
        while (last.fault() == null && more.size() < MOST_LINES && fields(text.toString(), separator) == null) {
            last = lines.next();
            if (last == null) {
                break;
            }
            more.add(last);
            text.append('\n').append(last.text());
        }
        if (more.isEmpty() && last == first) {
            return first;
        }
        List<String> fields = last == null || last.fault() != null ? null : fields(text.toString(), separator);
        if (fields == null || fields.size() != expected) {
            lines.giveBack(more);
            return RawRecord.broken(
                    first.line(), "", first.text(), "a quote is opened and not closed", "double quotes inside a field");
        }
        return RawRecord.of(first.line(), "", text.toString());
    }

    /**
     * Reads a row back from its record's text.
     *
     * @param delimiter as given to {@link #read}
     * @throws IllegalArgumentException if the row has not as many fields as the header
     */
    public static Row parse(String record, Character delimiter) {
        int end = record.indexOf('\n');
        String head = end < 0 ? record : record.substring(0, end);
        char separator = separator(head, delimiter);
        List<String> header = fields(head, separator);
        List<String> fields = end < 0 ? List.of() : fields(record.substring(end + 1), separator);
        if (header == null || fields == null) {
            throw new IllegalArgumentException("a quote is opened and not closed");
        }
        if (header.size() != fields.size()) {
            throw new IllegalArgumentException("the row has " + fields.size() + " fields, the header " + header.size());
        }
        return new Row(header, fields);
    }

    private static char separator(String header, Character given) {
        if (given != null) {
            return given;
        }
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {';', ',', '\t', '|'}) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    /** The fields of exactly one row; null if a quote is left open. */
    private static List<String> fields(String row, char separator) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(row)) {
            List<String> fields = null;
            for (CsvRecord record : reader) {
                if (fields != null) {
                    return null;
                }
                fields = record.getFields().stream().map(String::strip).toList();
            }
            return fields == null ? List.of("") : fields;
        } catch (CsvParseException openQuote) {
            return null;
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
