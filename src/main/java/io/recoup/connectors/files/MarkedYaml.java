package io.recoup.connectors.files;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as nodes that know their line. Nothing is ever constructed from it. */
final class MarkedYaml {

    private static final int DEEPEST = 60;
    private static final int LONGEST = 1024 * 1024;

    private MarkedYaml() {}

    /** What keeps the text from being YAML, or from being YAML as a route file has it. */
    static final class NotYaml extends Exception {

        private static final long serialVersionUID = 1L;
        private final int line;
        private final String remedy;

        NotYaml(int line, String message, String remedy) {
            super(message);
            this.line = line;
            this.remedy = remedy;
        }

        int line() {
            return line;
        }

        String remedy() {
            return remedy;
        }
    }

    static SequenceNode list(String text) throws NotYaml {
        if (text.length() > LONGEST) {
            throw new NotYaml(0, "the file is longer than " + LONGEST + " characters", "cut it into several");
        }
        try {
            Yaml yaml = new Yaml(options());
            for (var event : yaml.parse(new java.io.StringReader(text))) {
                if (event instanceof AliasEvent alias) {
                    throw new NotYaml(
                            alias.getStartMark().getLine() + 1,
                            "the alias *" + alias.getAnchor() + " is not understood here",
                            "write it out, or use a routeTemplate");
                }
            }
            Node root = new Yaml(options()).compose(new java.io.StringReader(text));
            if (root == null) {
                throw new NotYaml(
                        1, "the file has no routes in it", "write at least one '- route:' or delete the file");
            }
            if (root instanceof SequenceNode list) {
                return list;
            }
            throw new NotYaml(line(root), "the file is not a list", "begin each route with '- route:', with the dash");
        } catch (MarkedYAMLException bad) {
            int line = bad.getProblemMark() == null ? 0 : bad.getProblemMark().getLine() + 1;
            throw new NotYaml(line, "not YAML: " + oneLine(bad.getProblem()), remedyFor(bad.getProblem()));
        } catch (YAMLException bad) {
            throw new NotYaml(
                    0, "not YAML: " + oneLine(bad.getMessage()), "check the file's characters and indentation");
        }
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST * 2);
        return options;
    }

    private static String remedyFor(String problem) {
        return String.valueOf(problem).contains("tab")
                        || String.valueOf(problem).contains("'\\t")
                ? "indent with spaces, not with tabs"
                : "check the indentation, the colon and the quotes on this line and the one before it";
    }

    static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\s+", " ").strip();
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    static Optional<Node> get(Node node, String key) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (text(tuple.getKeyNode()).filter(key::equals).isPresent()) {
                    return Optional.of(tuple.getValueNode());
                }
            }
        }
        return Optional.empty();
    }

    static Optional<String> textOf(Node node, String key) {
        return get(node, key).flatMap(MarkedYaml::text);
    }

    /** Keys that stand twice in one mapping: YAML readers take either the first or the last. */
    static void duplicates(MappingNode mapping, BiConsumer<Integer, String> found) {
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            text(tuple.getKeyNode())
                    .filter(key -> !seen.add(key))
                    .ifPresent(key -> found.accept(line(tuple.getKeyNode()), key));
        }
    }
}
