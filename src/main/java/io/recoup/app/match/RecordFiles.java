package io.recoup.app.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.intake.contract.Flaw;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.contract.Json;
import io.recoup.intake.reading.JsonRecords;
import io.recoup.intake.reading.RawRecord;
import io.recoup.intake.reading.UnreadableDelivery;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads files of records, JSON or CSV by what they begin with; a record that cannot be taken is told and left out. */
final class RecordFiles {

    private static final int LARGEST_RECORD = 1 << 20;
    private static final int HEAD = 512;

    private final Faults faults;
    private final Progress progress;
    private final CsvForm form;

    RecordFiles(Faults faults, Progress progress, CsvForm form) {
        this.faults = faults;
        this.progress = progress;
        this.form = form;
    }

    /**
     * @param contract by which the columns of a CSV are understood
     * @param sink takes each record and throws {@link FlawedRecord} where it cannot
     */
    void read(Path file, String contract, Consumer<JsonNode> sink) {
        progress.begin("reading " + file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            read(in, file, contract, sink);
        } catch (IOException unreadable) {
            faults.tell(file, unreadable);
        } catch (UncheckedIOException unreadable) {
            faults.tell(file, unreadable.getCause());
        } catch (UnreadableDelivery unreadable) {
            faults.tell(file.toString(), unreadable.line(), unreadable.getMessage(), unreadable.remedy());
        }
    }

    private void read(InputStream in, Path file, String contract, Consumer<JsonNode> sink) throws IOException {
        in.mark(HEAD);
        String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading();
        in.reset();
        if (head.startsWith("<") || head.startsWith("PK\u0003\u0004")) {
            throw new UnreadableDelivery(1, "is XML or a zip", "name bank files with --statements");
        }
        if (head.isEmpty() || head.startsWith("{") || head.startsWith("[")) {
            Function<RawRecord, JsonNode> json = record -> stated(Json.parse(record.text()));
            JsonRecords.read(in, null, LARGEST_RECORD, record -> take(file, record, json, sink));
        } else {
            CsvRows rows = new CsvRows(contract, form);
            rows.read(
                    in,
                    LARGEST_RECORD,
                    unread -> faults.note(file + ":1: columns that are not read: " + String.join(", ", unread)),
                    row -> take(file, row, rows::record, sink));
        }
    }

    private void take(Path file, RawRecord record, Function<RawRecord, JsonNode> reader, Consumer<JsonNode> sink) {
        progress.step();
        if (record.fault() != null) {
            faults.tell(file.toString(), record.line(), at(record, record.fault()), record.remedy());
            return;
        }
        try {
            sink.accept(reader.apply(record));
        } catch (FlawedRecord flawed) {
            for (Flaw flaw : flawed.flaws()) {
                faults.tell(
                        file.toString(), record.line(), new Flaw(at(record, flaw.field()), flaw.what(), flaw.remedy()));
            }
        }
    }

    private static String at(RawRecord record, String what) {
        return record.locator().isEmpty() ? what : record.locator() + " " + what;
    }

    /** {@code parse} writes null for what a bank leaves out. */
    private static JsonNode stated(JsonNode record) {
        if (record instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
            object.forEach(RecordFiles::stated);
        }
        return record;
    }
}
