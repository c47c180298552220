package io.recoup.app.match;

import io.recoup.intake.map.ColumnMap;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the CSV files among the input are written. */
final class CsvForm {

    @Option(names = "--decimal", paramLabel = "MARK", description = "CSV: the decimal mark of amounts, . or ,")
    private String decimal;

    @Option(names = "--dates", paramLabel = "PATTERN", description = "CSV: how days are written, such as dd.MM.yyyy")
    private String dates;

    @Option(names = "--charset", paramLabel = "NAME", description = "CSV: such as windows-1252; UTF-8 if absent.")
    private String charset;

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "CSV: found from the header if absent.")
    private String delimiter;

    @Option(names = "--currency", paramLabel = "CODE", description = "CSV: of rows that state none.")
    private String currency;

    ColumnMap appliedTo(ColumnMap columns) {
        Map<String, String> stated = new HashMap<>();
        put(stated, "decimal", decimal);
        put(stated, "dates", dates);
        put(stated, "charset", charset);
        put(stated, "delimiter", delimiter);
        return columns.with(stated);
    }

    private static void put(Map<String, String> stated, String name, String value) {
        if (value != null) {
            stated.put(name, value);
        }
    }

    String charset() {
        return charset;
    }

    /** @return null = none */
    String currency() {
        return currency;
    }

    Character separator() {
        return delimiter == null ? null : delimiter.charAt(0);
    }
}
