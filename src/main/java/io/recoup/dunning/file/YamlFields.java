package io.recoup.dunning.file;

import io.recoup.mail.BrokenFile;
import io.recoup.mail.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One block of a YAML file whose fields remember their lines; faults are collected, not thrown at the first. */
public final class YamlFields {

    private final Path file;
    private final int line;
    private final Map<String, NodeTuple> fields = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<YamlFields> inner = new ArrayList<>();
    private final List<Problem> problems;

    private YamlFields(Path file, int line, Node node, List<Problem> problems) {
        this.file = file;
        this.line = line;
        this.problems = problems;
        if (node instanceof MappingNode block) {
            for (NodeTuple field : block.getValue()) {
                String name = field.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
                if (fields.put(name, field) != null) {
                    problems.add(new Problem(file, line(field), "'" + name + "' is there twice", "remove one"));
                }
            }
        } else if (node != null) {
            problems.add(new Problem(file, line, "expected fields 'name: value' here", "indent the fields below"));
        }
    }

    /** @throws BrokenFile if it is no YAML */
    public static YamlFields parse(Path file, String text) {
        try {
            Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new java.io.StringReader(text));
            return new YamlFields(file, 1, root, new ArrayList<>());
        } catch (MarkedYAMLException malformed) {
            int at = malformed.getProblemMark() == null
                    ? 0
                    : malformed.getProblemMark().getLine() + 1;
            throw new BrokenFile(List.of(
                    new Problem(file, at, "no YAML: " + malformed.getProblem(), "check indentation and quotes")));
        }
    }

    public int line() {
        return line;
    }

    /** Of a field; that of the block where there is none. */
    public int line(String field) {
        return fields.containsKey(field) ? line(fields.get(field)) : line;
    }

    public boolean has(String field) {
        return ask(field) != null;
    }

    public YamlFields block(String field) {
        NodeTuple found = ask(field);
        if (found == null) {
            problem(field, "there is no '" + field + "'", "add the block '" + field + ":'");
        }
        YamlFields block = new YamlFields(
                file, found == null ? line : line(found), found == null ? null : found.getValueNode(), problems);
        inner.add(block);
        return block;
    }

    public List<YamlFields> list(String field) {
        NodeTuple found = ask(field);
        List<YamlFields> entries = new ArrayList<>();
        if (found != null && found.getValueNode() instanceof SequenceNode list) {
            list.getValue()
                    .forEach(node ->
                            entries.add(new YamlFields(file, node.getStartMark().getLine() + 1, node, problems)));
        }
        inner.addAll(entries);
        return entries;
    }

    /** The entries of a list of texts; empty when it is absent. */
    public List<String> texts(String field) {
        NodeTuple found = ask(field);
        if (found == null) {
            return List.of();
        }
        if (found.getValueNode() instanceof SequenceNode list
                && list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            return list.getValue().stream()
                    .map(entry -> ((ScalarNode) entry).getValue().strip())
                    .toList();
        }
        problem(field, "'" + field + "' is not a list of texts", "write one entry a line, each after '- '");
        return List.of();
    }

    /** One text, several with commas between, or a list of texts. */
    public List<String> words(String field) {
        NodeTuple found = ask(field);
        if (found != null && found.getValueNode() instanceof SequenceNode) {
            return texts(field);
        }
        return Stream.of(text(field, "").split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** For faults that others find in what stands here. */
    public Path file() {
        return file;
    }

    /** The names of all fields of this block, known or not, in their order. */
    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    public String text(String field, String absent) {
        NodeTuple found = ask(field);
        if (found == null) {
            return absent;
        }
        if (found.getValueNode() instanceof ScalarNode value) {
            return value.getValue().strip();
        }
        problem(field, "'" + field + "' is not a text", "write it on one line");
        return absent;
    }

    public List<String> lines(String field) {
        return text(field, "")
                .lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public String required(String field, String expected) {
        String text = text(field, "");
        if (text.isEmpty()) {
            problem(field, "'" + field + "' is missing", "state " + expected);
        }
        return text;
    }

    public <T> T required(String field, String expected, Function<String, T> reader, T ifFaulty) {
        String text = required(field, expected);
        try {
            return text.isEmpty() ? ifFaulty : reader.apply(text);
        } catch (RuntimeException unreadable) {
            problem(field, "'" + field + "' is '" + text + "': " + unreadable.getMessage(), "state " + expected);
            return ifFaulty;
        }
    }

    /** Empty when the field is absent, or faulty, which is then noted. */
    public <T> Optional<T> optional(String field, String expected, Function<String, T> reader) {
        return has(field) ? Optional.ofNullable(required(field, expected, reader, null)) : Optional.empty();
    }

    /** @param absent null = the field is required */
    public String matching(String field, String pattern, String expected, String absent) {
        String text = absent == null ? required(field, expected) : text(field, absent);
        if (!text.isEmpty() && !text.matches(pattern)) {
            problem(field, "'" + field + "' is '" + text + "'", "state " + expected);
        }
        return text;
    }

    /** @param absent null = the field is required */
    public int number(String field, int least, int most, Integer absent) {
        String expected = "a whole number from " + least + " to " + most;
        String text = absent == null ? required(field, expected) : text(field, absent.toString());
        int fallback = absent == null ? least : absent;
        if (text.isEmpty()) {
            return fallback;
        }
        if (!text.matches("[+-]?\\d{1,6}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            problem(field, "'" + field + "' is " + text, "state " + expected);
            return fallback;
        }
        return Integer.parseInt(text);
    }

    public void problem(String field, String message, String remedy) {
        problems.add(new Problem(file, fields.containsKey(field) ? line(fields.get(field)) : line, message, remedy));
    }

    /** A fault of another file without which this one cannot be used. */
    public void problem(Problem elsewhere) {
        problems.add(elsewhere);
    }

    public int problems() {
        return problems.size();
    }

    /** Notes every field, here and below, that nobody asked for: most often a typing mistake. */
    public void refuseUnknown() {
        fields.forEach((name, field) -> {
            if (!asked.contains(name)) {
                problem(name, "unknown field '" + name + "'", "known here: " + String.join(", ", asked));
            }
        });
        inner.forEach(YamlFields::refuseUnknown);
    }

    public void throwProblems() {
        if (!problems.isEmpty()) {
            throw new BrokenFile(problems);
        }
    }

    private NodeTuple ask(String field) {
        if (!asked.contains(field)) {
            asked.add(field);
        }
        return fields.get(field);
    }

    private static int line(NodeTuple field) {
        return field.getKeyNode().getStartMark().getLine() + 1;
    }
}
