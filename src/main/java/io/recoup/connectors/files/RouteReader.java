package io.recoup.connectors.files;

import static io.recoup.connectors.files.MarkedYaml.get;
import static io.recoup.connectors.files.MarkedYaml.line;
import static io.recoup.connectors.files.MarkedYaml.text;
import static io.recoup.connectors.files.MarkedYaml.textOf;

import io.recoup.connectors.files.MarkedYaml.NotYaml;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads one route file and holds it against the rules of {@link Vocabulary}. It sees every node whether Camel knows it
 * or not, so that a new element of the DSL cannot slip past.
 */
final class RouteReader {

    private static final int MOST_STEPS = 10;
    private static final Pattern PRECONDITION = Pattern.compile("\\$\\{propertiesExist:([\\w.-]+)}");
    private static final Set<String> ADDRESS_KEYS = Set.of("uri", "to", "from", "wireTap", "deadLetterUri");

    private final ReadFile file;
    private final TextRules rules;
    private final AddressRules addressRules;

    private final Settings settings;

    private Set<String> templateParameters = Set.of();
    private boolean isOff;
    private boolean inTemplate;
    private int steps;

    private RouteReader(ReadFile file, Settings settings, Set<String> components) {
        this.file = file;
        this.settings = settings;
        this.rules = new TextRules(file, this::resolve);
        this.addressRules = new AddressRules(file, settings, components);
    }

    /** A route that is off here may lack the settings it would need. */
    private String resolve(String text) {
        try {
            return settings.resolve(text);
        } catch (IllegalArgumentException missing) {
            if (isOff) {
                return text;
            }
            throw missing;
        }
    }

    /**
     * @param name for messages
     * @param components allowed ones
     */
    static ReadFile read(String name, String text, Settings settings, Set<String> components) {
        ReadFile file = new ReadFile(name);
        try {
            new RouteReader(file, settings, components).file(MarkedYaml.list(text));
        } catch (NotYaml bad) {
            file.problem(bad.line(), bad.getMessage(), bad.remedy());
        }
        return file;
    }

    private void file(SequenceNode list) {
        for (Node item : list.getValue()) {
            if (!(item instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
                file.problem(
                        line(item),
                        "each entry of the list has one key, such as 'route'",
                        "indent what belongs to the route below it");
                continue;
            }
            NodeTuple only = mapping.getValue().get(0);
            String kind = text(only.getKeyNode()).orElse("");
            if (!Vocabulary.TOP.contains(kind)) {
                refuseTop(line(item), kind);
                continue;
            }
            entry(kind, only.getValueNode());
        }
    }

    private void refuseTop(int line, String kind) {
        String remedy = Vocabulary.REFUSED_KEYS.get(kind);
        if (remedy == null && kind.equals("from")) {
            remedy = "write '- route:' with an id and put 'from' below it";
        }
        file.problem(
                line,
                "'" + kind + "' does not belong at the top of a route file",
                remedy != null
                        ? remedy
                        : Vocabulary.nearest(kind, Vocabulary.TOP)
                                .map(word -> "did you mean '" + word + "'?")
                                .orElse("use route, routeConfiguration, routeTemplate or templatedRoute"));
    }

    private void entry(String kind, Node node) {
        inTemplate = kind.equals("routeTemplate");
        templateParameters = inTemplate ? parameterNames(node) : Set.of();
        steps = 0;
        isOff = false;
        String idKey = kind.equals("templatedRoute") ? "routeId" : "id";
        Optional<String> id = textOf(node, idKey).filter(value -> !value.isBlank());
        if (id.isEmpty()) {
            file.problem(
                    line(node),
                    kind + " has no " + idKey,
                    "give it one, e.g. '" + idKey + ": acme-open-items'; the console and the log name it so");
        } else if (kind.equals("route") || kind.equals("templatedRoute")) {
            if (file.routes.putIfAbsent(id.get(), line(node)) != null) {
                file.problem(line(node), "the route id '" + id.get() + "' stands twice in this file", "rename one");
            }
        }
        if (kind.equals("route") && get(node, "from").isEmpty()) {
            file.problem(line(node), "the route has no 'from'", "add 'from:' with 'uri' and 'steps' below it");
        }
        get(node, "from")
                .filter(from -> get(from, "steps").isEmpty())
                .ifPresent(from -> file.problem(
                        line(from), "the route has no 'steps'", "add 'steps:' below 'from', beside its 'uri'"));
        switch (kind) {
            case "routeTemplate" -> id.ifPresent(file.templates::add);
            case "routeConfiguration" -> id.ifPresent(file.configurations::add);
            case "templatedRoute" ->
                textOf(node, "routeTemplateRef").ifPresent(template -> file.wantedTemplates.put(template, line(node)));
            default ->
                get(node, "routeConfigurationId")
                        .ifPresent(wanted -> text(wanted).ifPresent(ids -> wanted(ids, line(wanted))));
        }
        if (kind.equals("route")) {
            get(node, "precondition").ifPresent(condition -> precondition(id.orElse(""), condition));
        }
        walk(kind, node, false);
        if (steps > MOST_STEPS) {
            file.warning(
                    line(node),
                    "the route has " + steps + " steps",
                    "split it: let a second route behind 'direct:' do part of it");
        }
    }

    /** The one thing a route may depend on: whether this site has a setting. */
    private void precondition(String route, Node condition) {
        Matcher setting = PRECONDITION.matcher(text(condition).orElse(""));
        if (!setting.matches()) {
            file.problem(
                    line(condition),
                    "the precondition is not understood",
                    "write e.g. '${propertiesExist:acme.inbox}': the route runs where that setting is given");
            return;
        }
        try {
            settings.resolve("{{" + setting.group(1) + "}}");
        } catch (IllegalArgumentException absent) {
            isOff = true;
            file.off.put(route, setting.group(1));
        }
    }

    private void wanted(String ids, int line) {
        for (String id : ids.split(",", -1)) {
            file.wantedConfigurations.put(id.strip(), line);
        }
    }

    private static Set<String> parameterNames(Node template) {
        Set<String> names = new HashSet<>();
        if (get(template, "parameters").orElse(null) instanceof SequenceNode list) {
            list.getValue().forEach(parameter -> textOf(parameter, "name").ifPresent(names::add));
        }
        return names;
    }

    private void walk(String key, Node node, boolean inParameters) {
        if (node instanceof ScalarNode scalar) {
            rules.scalar(key, scalar, templateParameters, inParameters);
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (key.equals("steps")) {
                    step(item);
                } else {
                    walk(key, item, inParameters);
                }
            }
        } else if (node instanceof MappingNode mapping) {
            mapping(key, mapping, inParameters);
        }
    }

    private void step(Node item) {
        steps++;
        if (!(item instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
            file.problem(
                    line(item),
                    "each step has one key, such as 'to' or 'setBody'",
                    "begin the step with '- to:' and indent what belongs to it below");
            return;
        }
        Node name = mapping.getValue().get(0).getKeyNode();
        String word = text(name).orElse("");
        if (!Vocabulary.STEPS.contains(word) && !Vocabulary.REFUSED_KEYS.containsKey(word)) {
            file.problem(
                    line(name),
                    "unknown step '" + word + "'",
                    Vocabulary.nearest(word, Vocabulary.STEPS)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("routes/README.md lists the steps"));
        }
        walk("step", item, false);
    }

    private void mapping(String key, MappingNode mapping, boolean inParameters) {
        MarkedYaml.duplicates(
                mapping, (line, twice) -> file.problem(line, "'" + twice + "' stands twice", "keep one of them"));
        rules.namedValue(mapping);
        for (NodeTuple tuple : mapping.getValue()) {
            String name = text(tuple.getKeyNode()).orElse("");
            Node value = tuple.getValueNode();
            if (inParameters) {
                walk(name, value, true);
                continue;
            }
            if (Vocabulary.REFUSED_KEYS.containsKey(name)) {
                file.problem(line(tuple.getKeyNode()), "'" + name + "' is refused", Vocabulary.REFUSED_KEYS.get(name));
                continue;
            }
            if ((key.equals("marshal") || key.equals("unmarshal"))
                    && value instanceof MappingNode
                    && !Vocabulary.FORMATS.contains(name)) {
                file.problem(
                        line(tuple.getKeyNode()), "the format '" + name + "' is refused", "use " + Vocabulary.FORMATS);
            }
            if (key.equals("route") && name.equals("precondition")) {
                continue; // held against its own rule
            }
            if (ADDRESS_KEYS.contains(name) && value instanceof ScalarNode address) {
                address(name.equals("uri") ? key : name, mapping, address);
            }
            walk(name, value, name.equals("parameters") && value instanceof MappingNode);
        }
    }

    private void address(String role, MappingNode around, ScalarNode uri) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Map<String, Integer> lines = new HashMap<>();
        if (get(around, "parameters").orElse(null) instanceof MappingNode options) {
            for (NodeTuple option : options.getValue()) {
                String name = text(option.getKeyNode()).orElse("");
                parameters.put(name, text(option.getValueNode()).orElse(""));
                lines.put(name, line(option.getKeyNode()));
            }
        }
        Address address = new Address(role, uri.getValue(), parameters, lines, line(uri), inTemplate);
        if (addressRules.allow(address)) {
            file.addresses.add(address);
        }
    }
}
