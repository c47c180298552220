package io.recoup.app.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One run of the command: its exit code, its matches and what it told beside them. */
record MatchRun(int code, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static MatchRun of(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringWriter err = new StringWriter();
        int code = new CommandLine(new MatchCommand(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(words).map(String::valueOf).toArray(String[]::new));
        return new MatchRun(code, out.toString(StandardCharsets.UTF_8), err.toString());
    }

    static Path write(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    List<JsonNode> lines() {
        return out.lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (IOException broken) {
                        throw new AssertionError(line, broken);
                    }
                })
                .toList();
    }

    /** What each movement pays: {@code T1 auto RE-1 100.00 full}. */
    List<String> told() {
        return lines().stream()
                .map(line -> {
                    StringBuilder told = new StringBuilder(
                                    line.get("transaction").asText())
                            .append(' ')
                            .append(line.get("decision").asText());
                    line.get("allocations").forEach(one -> told.append(' ')
                            .append(one.get("item").asText())
                            .append(one.has("instalment") ? "/" + one.get("instalment") : "")
                            .append(' ')
                            .append(one.get("amount").asText())
                            .append(' ')
                            .append(one.get("kind").asText()));
                    return told.toString();
                })
                .toList();
    }
}
