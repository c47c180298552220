package io.recoup.intake.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.intake.IntakeSettings;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.contract.Json;
import io.recoup.intake.map.BrokenMap;
import io.recoup.intake.map.ColumnMap;
import io.recoup.intake.map.JqMap;
import io.recoup.intake.map.Maps;
import io.recoup.intake.reading.CsvRecords;
import io.recoup.intake.reading.JsonRecords;
import io.recoup.intake.reading.RawRecord;
import io.recoup.intake.reading.UnreadableDelivery;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Finds the shape from the door's options: {@code columns} means CSV, all else JSON, with or without a {@code map}. */
@Component
public class Shapes {

    private final Maps maps;
    private final IntakeSettings settings;

    public Shapes(Maps maps, IntakeSettings settings) {
        this.maps = maps;
        this.settings = settings;
    }

    /** @throws UnreadableDelivery if an option cannot be used */
    Shape of(Map<String, String> options) {
        try {
            String columns = options.get("columns");
            if (columns != null) {
                boolean named = columns.endsWith(".yaml") || columns.endsWith(".yml");
                return new Csv((named ? maps.columns(columns) : ColumnMap.ofOption(columns)).with(options));
            }
            String map = options.get("map");
            return new JsonShape(map == null ? null : maps.jq(map), options.get("charset"));
        } catch (BrokenMap | IllegalArgumentException unusable) {
            throw new UnreadableDelivery(
                    0, unusable.getMessage(), "correct the map or the door's options and replay the delivery");
        }
    }

    private final class JsonShape implements Shape {

        private final JqMap map;
        private final String charset;

        JsonShape(JqMap map, String charset) {
            this.map = map;
            this.charset = charset;
        }

        @Override
        public void cut(InputStream bytes, Consumer<RawRecord> sink) {
            JsonRecords.read(bytes, charset, settings.recordBytes(), sink);
        }

        @Override
        public List<JsonNode> objects(RawRecord record) {
            JsonNode node = Json.parse(record.text());
            return map == null ? List.of(node) : map.apply(node);
        }
    }

    private final class Csv implements Shape {

        private final ColumnMap columns;

        Csv(ColumnMap columns) {
            this.columns = columns;
        }

        @Override
        public void cut(InputStream bytes, Consumer<RawRecord> sink) {
            CsvRecords.read(
                    bytes, columns.charset(), columns.separator(), settings.recordBytes(), this::checkHeader, sink);
        }

        @Override
        public List<JsonNode> objects(RawRecord record) {
            try {
                CsvRecords.Row row = CsvRecords.parse(record.text(), columns.separator());
                ObjectNode object = columns.record(row.header(), row.fields());
                return List.of(object);
            } catch (IllegalArgumentException notARow) {
                throw new FlawedRecord(
                        "", notARow.getMessage(), "have the sender quote fields that hold the separator");
            }
        }

        private void checkHeader(List<String> header) {
            Set<String> missing = columns.missingFrom(header);
            if (!missing.isEmpty()) {
                throw new UnreadableDelivery(
                        1,
                        "the header has no (or twice the) column " + String.join(", ", missing) + "; it has "
                                + String.join(", ", header),
                        "name the columns as the file does, or have the sender add them");
            }
        }
    }
}
