package io.recoup.outbox.store;

import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.recoup.outbox.Fact;
import io.recoup.store.CopyRows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Facts of one type that share a row, a line each. One that fills a page of the table is the cheapest to write. */
final class FactLot {

    /** Facts of a row at most, and how far apart the numbers of rows are. */
    static final int MOST = 100;

    /** Bytes; with one fact more the row would not fit into a page beside its type and its header. */
    private static final int PAGE = 7_400;

    private static final ObjectWriter LINES = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .writer(new MinimalPrettyPrinter("\n"));

    private final StringBuilder subjects = new StringBuilder();
    private final ByteArrayOutputStream payloads = new ByteArrayOutputStream(8_192);
    private SequenceWriter writer;
    private Class<?> type;
    private int many;

    boolean takes(Fact fact) {
        return many == 0 || many < MOST && fact.getClass() == type && subjects.length() + payloads.size() < PAGE;
    }

    void add(Fact fact) {
        String subject = fact.subject();
        if (subject.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("the subject of a fact is one line: " + fact.getClass());
        }
        subjects.append(many == 0 ? "" : "\n").append(subject);
        try {
            if (many++ == 0) {
                type = fact.getClass();
                writer = LINES.forType(type).writeValues(payloads);
            }
            // in JSON the end of a line never stands within a text
            writer.write(fact);
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("cannot write fact " + type, unwritable);
        }
    }

    void write(CopyRows into) {
        into.row(4)
                .text(type.getSimpleName())
                .integer(many)
                .text(subjects.toString())
                .utf8(payloads.toByteArray());
    }
}
