package io.recoup.app.match;

import com.fasterxml.jackson.databind.JsonNode;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.map.ColumnMap;
import io.recoup.intake.reading.CsvRecords;
import io.recoup.intake.reading.RawRecord;
import io.recoup.intake.reading.UnreadableDelivery;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a CSV as records of a contract. */
final class CsvRows {

    private final String contract;
    private final CsvForm form;
    private ColumnMap columns;

    CsvRows(String contract, CsvForm form) {
        this.contract = contract;
        this.form = form;
    }

    /** @param unread receives the headers that mean nothing here */
    void read(InputStream in, int largest, Consumer<List<String>> unread, Consumer<RawRecord> sink) {
        CsvRecords.read(in, form.charset(), form.separator(), largest, header -> begin(header, unread), sink);
    }

    private void begin(List<String> header, Consumer<List<String>> unread) {
        List<String> unknown = new ArrayList<>();
        try {
            columns = form.appliedTo(Columns.of(contract, header, unknown));
        } catch (IllegalArgumentException unusable) {
            throw new UnreadableDelivery(
                    1,
                    "no CSV of " + contract + ": " + unusable.getMessage() + "; the header has "
                            + String.join(", ", header),
                    "name the columns after the contract's fields");
        }
        if (!unknown.isEmpty()) {
            unread.accept(unknown);
        }
    }

    JsonNode record(RawRecord row) {
        CsvRecords.Row cells;
        try {
            cells = CsvRecords.parse(row.text(), form.separator());
        } catch (IllegalArgumentException notARow) {
            throw new FlawedRecord("", notARow.getMessage(), "quote fields that hold the separator");
        }
        return CsvDefaults.complete(contract, columns.record(cells.header(), cells.fields()), form.currency());
    }
}
