package io.recoup.reconciliation.generator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.recoup.money.Money;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A file of JSON objects, one a line. Fields without a value are left out. */
final class JsonLines implements AutoCloseable {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    JsonLines(Path file) throws IOException {
        json = FACTORY.createGenerator(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    JsonLines(Writer text) throws IOException {
        json = FACTORY.createGenerator(text);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    /** Writes the fields of one object. */
    interface Fields {
        void write() throws IOException;
    }

    void object(Fields fields) {
        try {
            json.writeStartObject();
            fields.write();
            json.writeEndObject();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void object(String field, Fields fields) throws IOException {
        json.writeFieldName(field);
        object(fields);
    }

    void array(String field, Fields values) throws IOException {
        json.writeArrayFieldStart(field);
        values.write();
        json.writeEndArray();
    }

    void array(Fields values) throws IOException {
        json.writeStartArray();
        values.write();
        json.writeEndArray();
    }

    void texts(String field, Iterable<String> texts) throws IOException {
        array(field, () -> texts(texts));
    }

    void texts(Iterable<String> texts) throws IOException {
        for (String text : texts) {
            json.writeString(text);
        }
    }

    void text(String field, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(field, value);
        }
    }

    void day(String field, LocalDate day) throws IOException {
        json.writeStringField(field, day.toString());
    }

    void number(String field, int number) throws IOException {
        json.writeNumberField(field, number);
    }

    void yes(String field, boolean whether) throws IOException {
        json.writeBooleanField(field, whether);
    }

    /** @param minor in minor units */
    void amount(String field, long minor, String currency) throws IOException {
        json.writeStringField(field, Money.of(minor, currency).toDecimal());
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
