package io.recoup.intake.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.intake.Check;
import io.recoup.intake.IntakeSettings;
import io.recoup.intake.Problem;
import io.recoup.intake.RoutesFolder;
import io.recoup.intake.contract.Contract;
import io.recoup.intake.contract.Contracts;
import io.recoup.intake.contract.Flaw;
import io.recoup.intake.contract.FlawedRecord;
import io.recoup.intake.contract.Json;
import io.recoup.intake.reading.CsvRecords;
import io.recoup.intake.reading.JsonRecords;
import io.recoup.intake.reading.UnreadableDelivery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The maps of a folder against what their samples say they give. */
public final class MapSamples {

    private static final Pattern GIVES =
            Pattern.compile("(?m)^#\\s*gives:?\\s+([a-z-]+/\\d+(?:\\s*,\\s*[a-z-]+/\\d+)*)\\s*$");
    private static final Set<String> SOURCED = Set.of("invoice/1", "customer/1", "snapshot/1");
    private static final String COLUMNS = ".columns.yaml";

    private final Path routes;
    private final Maps maps;
    private final Contracts contracts;
    private final List<Problem> problems = new ArrayList<>();

    /** @param routes the routes folder */
    public MapSamples(Path routes) {
        this.routes = routes;
        RoutesFolder folder = new RoutesFolder(routes);
        this.maps = new Maps(folder, IntakeSettings.DEFAULTS);
        this.contracts = new Contracts(folder);
    }

    /** @throws UncheckedIOException if the folder cannot be listed */
    public Check.Result check() {
        int maps = 0;
        Path folder = routes.resolve("maps");
        for (Path map : files(folder)) {
            String file = map.getFileName().toString();
            if (file.endsWith(".jq") || file.endsWith(COLUMNS)) {
                maps++;
                check(map, file);
            }
        }
        return new Check.Result(maps + " maps", problems);
    }

    private void check(Path map, String file) {
        String shown = "maps/" + file;
        boolean csv = file.endsWith(COLUMNS);
        String name = file.substring(0, file.length() - (csv ? COLUMNS : ".jq").length());
        try {
            Matcher gives = GIVES.matcher(Files.readString(map));
            if (!gives.find()) {
                problem(shown, 1, "does not say which contract it gives", "begin it with: # gives invoice/1");
                return;
            }
            List<Contract> given = Arrays.stream(gives.group(1).split("\\s*,\\s*"))
                    .map(contracts::get)
                    .toList();
            if (csv) {
                maps.columns(file);
            } else {
                maps.jq(file);
            }
            checkSamples(file, name, csv, given);
        } catch (BrokenMap broken) {
            problem(shown, broken.line(), broken.what(), "correct it; routes/README.md describes maps");
        } catch (IllegalArgumentException unknown) {
            problem(shown, 1, unknown.getMessage(), "name one of the files in contracts");
        } catch (IOException unreadable) {
            problem(shown, 0, "cannot be read as UTF-8", "save it as UTF-8");
        }
    }

    private void checkSamples(String file, String name, boolean csv, List<Contract> given) {
        Path samples = routes.resolve("maps").resolve(name).resolve("samples");
        String ending = csv ? "-input.csv" : "-input.json";
        int found = 0;
        for (Path input : files(samples)) {
            String sample = input.getFileName().toString();
            if (sample.endsWith(ending)) {
                found++;
                Path expected =
                        samples.resolve(sample.substring(0, sample.length() - ending.length()) + "-expected.json");
                checkSample(file, input, expected, given);
            }
        }
        if (found == 0) {
            problem(
                    "maps/" + file,
                    0,
                    "has no samples",
                    "add maps/" + name + "/samples/01" + ending + " and 01-expected.json");
        }
    }

    private void checkSample(String file, Path input, Path expected, List<Contract> given) {
        List<JsonNode> results = new ArrayList<>();
        try (InputStream in = Files.newInputStream(input)) {
            if (file.endsWith(COLUMNS)) {
                rows(in, maps.columns(file), results);
            } else {
                JsonRecords.read(
                        in,
                        null,
                        IntakeSettings.DEFAULTS.recordBytes(),
                        record -> results.addAll(maps.jq(file).apply(Json.parse(record.text()))));
            }
        } catch (FlawedRecord | UnreadableDelivery failure) {
            problem(shown(input), 1, failure.getMessage(), "correct the map or the sample");
            return;
        } catch (IOException unreadable) {
            problem(shown(input), 0, "cannot be read", "check the file");
            return;
        }
        compare(results, expected);
        for (int i = 0; i < results.size(); i++) {
            JsonNode result = results.get(i);
            Contract nearest = given.stream()
                    .min(Comparator.comparingInt(
                            contract -> flaws(result, contract).size()))
                    .orElseThrow();
            for (Flaw flaw : flaws(result, nearest)) {
                problem(
                        shown(input),
                        1,
                        "result " + (i + 1) + " is no " + nearest.name() + ": " + flaw.reason(),
                        flaw.remedy());
            }
        }
    }

    private void rows(InputStream in, ColumnMap columns, List<JsonNode> results) {
        CsvRecords.read(
                in,
                columns.charset(),
                columns.separator(),
                IntakeSettings.DEFAULTS.recordBytes(),
                header -> {
                    if (!columns.missingFrom(header).isEmpty()) {
                        throw new UnreadableDelivery(
                                1,
                                "the header has no column " + columns.missingFrom(header),
                                "name it as the file does");
                    }
                },
                record -> {
                    CsvRecords.Row row = CsvRecords.parse(record.text(), columns.separator());
                    results.add(columns.record(row.header(), row.fields()));
                });
    }

    private void compare(List<JsonNode> results, Path expected) {
        try {
            String text = Files.readString(expected);
            JsonNode wanted = Json.parse(text);
            ArrayNode list = wanted instanceof ArrayNode array
                    ? array
                    : Json.MAPPER.createArrayNode().add(wanted);
            if (list.size() != results.size()) {
                problem(
                        shown(expected),
                        1,
                        "the map gives " + results.size() + " results, not " + list.size(),
                        "correct the map or the sample");
                return;
            }
            for (int i = 0; i < list.size(); i++) {
                String difference = Difference.between(list.get(i), results.get(i));
                if (difference != null) {
                    String field = difference
                            .replaceAll(" .*", "")
                            .replaceAll(".*[.]", "")
                            .replaceAll("\\[.*", "");
                    problem(
                            shown(expected),
                            lineOf(field, text),
                            "result " + (i + 1) + ": " + difference,
                            "correct the map or the sample");
                }
            }
        } catch (FlawedRecord broken) {
            problem(shown(expected), 1, broken.getMessage(), "write what the map should give, as JSON");
        } catch (IOException missing) {
            problem(shown(expected), 0, "is missing", "write what the map should give, as JSON");
        }
    }

    private static List<Flaw> flaws(JsonNode result, Contract contract) {
        return contract.flaws(sourced(result, contract));
    }

    /** The door adds its own source where the map leaves it out. */
    private static JsonNode sourced(JsonNode result, Contract contract) {
        return SOURCED.contains(contract.name()) && result.isObject() && !result.has("source")
                ? Json.MAPPER.createObjectNode().put("source", "sample").setAll((ObjectNode) result)
                : result;
    }

    private static long lineOf(String field, String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains("\"" + field + "\"")) {
                return i + 1L;
            }
        }
        return 1;
    }

    private String shown(Path file) {
        return routes.relativize(file).toString().replace('\\', '/');
    }

    private void problem(String file, long line, String message, String remedy) {
        problems.add(new Problem(file, line, message, remedy));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
