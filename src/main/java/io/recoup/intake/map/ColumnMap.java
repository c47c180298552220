package io.recoup.intake.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.contract.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the columns of a CSV become the fields of a contract.
 *
 * @param columns field path, such as {@code debtor.contacts[0].email}, to the header it is filled from
 * @param constants field path to a value that every row has
 * @param values field path to the words of the file and what the contract calls them
 * @param decimal decimal point of the amounts, {@code .} or {@code ,}
 * @param dates pattern of the days, such as {@code dd/MM/yyyy}; null = {@code 2026-03-31}
 * @param charset null = UTF-8
 * @param delimiter null = found from the header
 */
public record ColumnMap(
        Map<String, String> columns,
        Map<String, String> constants,
        Map<String, Map<String, String>> values,
        String decimal,
        String dates,
        String charset,
        String delimiter) {

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    public ColumnMap {
        columns = columns == null ? Map.of() : columns;
        constants = constants == null ? Map.of() : constants;
        values = values == null ? Map.of() : values;
        decimal = decimal == null ? "." : decimal;
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a column map needs at least one column");
        }
        if (!decimal.equals(".") && !decimal.equals(",")) {
            throw new IllegalArgumentException("decimal must be '.' or ',', not '" + decimal + "'");
        }
        if (delimiter != null && delimiter.length() != 1) {
            throw new IllegalArgumentException("delimiter must be one character, not '" + delimiter + "'");
        }
        CellText.checkDates(dates);
    }

    /** @throws BrokenMap if the text is no column map */
    static ColumnMap ofYaml(String file, String yaml) {
        try {
            ColumnMap map = YAML.readValue(yaml, ColumnMap.class);
            if (map == null) {
                throw new BrokenMap(file, 1, "is empty");
            }
            return map;
        } catch (UnrecognizedPropertyException unknown) {
            String name = unknown.getPropertyName();
            List<String> lines = yaml.lines().toList();
            int at = 0;
            while (at < lines.size() - 1 && !lines.get(at).startsWith(name + ":")) {
                at++;
            }
            throw new BrokenMap(file, at + 1L, "is no column map: it has no setting '" + name + "'");
        } catch (JsonProcessingException broken) {
            long line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNr());
            throw new BrokenMap(file, line, "is no column map: " + firstLine(broken));
        }
    }

    /**
     * Reads the door's option {@code columns} where it names no file: {@code number=Invoice,currency:=EUR}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static ColumnMap ofOption(String option) {
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, String> constants = new LinkedHashMap<>();
        for (String part : option.split(",")) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("columns: '" + part + "' is neither field=header nor field:=value");
            }
            boolean constant = part.charAt(equals - 1) == ':';
            String field = part.substring(0, constant ? equals - 1 : equals).strip();
            (constant ? constants : columns)
                    .put(field, part.substring(equals + 1).strip());
        }
        return new ColumnMap(columns, constants, null, null, null, null, null);
    }

    /** What the door's own options say about the file goes before what the map says. */
    public ColumnMap with(Map<String, String> options) {
        return new ColumnMap(
                columns,
                constants,
                values,
                options.getOrDefault("decimal", decimal),
                options.getOrDefault("dates", dates),
                options.getOrDefault("charset", charset),
                options.getOrDefault("delimiter", delimiter));
    }

    public Character separator() {
        return delimiter == null ? null : delimiter.charAt(0);
    }

    /** Headers that the map needs and the file lacks; a header that comes twice counts as lacking. */
    public Set<String> missingFrom(List<String> header) {
        Set<String> missing = new LinkedHashSet<>(columns.values());
        missing.removeIf(name -> header.stream().filter(name::equals).count() == 1);
        return missing;
    }

    /** @throws FlawedRecord if a cell cannot be read */
    public ObjectNode record(List<String> header, List<String> fields) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        constants.forEach((path, value) -> FieldPath.of(path).put(record, CellText.constant(path, value)));
        columns.forEach((path, name) -> {
            int column = header.indexOf(name);
            String cell = column < 0 ? "" : fields.get(column);
            Map<String, String> words = values.getOrDefault(path, Map.of());
            if (words.containsKey(cell)) {
                cell = words.get(cell);
            }
            if (!cell.isEmpty()) {
                FieldPath.of(path).put(record, CellText.of(path, name, cell, decimal, dates));
            }
        });
        return record;
    }

    private static String firstLine(JsonProcessingException broken) {
        Throwable cause = broken.getCause() instanceof IllegalArgumentException ? broken.getCause() : broken;
        String message = cause == broken ? broken.getOriginalMessage() : cause.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
