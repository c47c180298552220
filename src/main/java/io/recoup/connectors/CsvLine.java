package io.recoup.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One JSON object as one line of CSV (RFC 4180, comma, line feed). */
final class CsvLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CsvLine() {}

    /**
     * @param columns field names, comma separated; {@code debtor.sourceId} goes one level down; an absent field is
     *     an empty cell
     */
    static String of(String json, String columns) throws IOException {
        JsonNode object = JSON.readTree(json);
        List<String> cells = new ArrayList<>();
        for (String column : columns.split(",", -1)) {
            JsonNode value = object.at("/" + column.strip().replace('.', '/'));
            cells.add(value.isMissingNode() || value.isNull() ? "" : cell(value));
        }
        return String.join(",", cells) + "\n";
    }

    private static String cell(JsonNode value) {
        String text = value.isValueNode() ? value.asText() : value.toString();
        return quoted(looksLikeFormula(text) ? "'" + text : text);
    }

    /** A spreadsheet would run it; a negative amount is left alone. */
    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-[0-9]+([.][0-9]+)?");
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
