package io.recoup.connectors.files;

import static io.recoup.connectors.files.MarkedYaml.line;
import static io.recoup.connectors.files.MarkedYaml.text;
import static io.recoup.connectors.files.MarkedYaml.textOf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Rules for single values: placeholders, the simple language, secrets. */
final class TextRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern SIMPLE = Pattern.compile("\\$(?:simple)?\\{([^{}]*)}?");
    private static final Set<String> REFUSED_SOURCES =
            Set.of("bean", "sys", "service", "service.name", "service.host", "service.port");

    private final ReadFile file;
    private final Settings settings;

    TextRules(ReadFile file, Settings settings) {
        this.file = file;
        this.settings = settings;
    }

    void scalar(String key, ScalarNode node, Set<String> templateParameters, boolean isParameter) {
        String value = node.getValue();
        placeholders(key, node, templateParameters);
        simple(node);
        if (Vocabulary.SECRET_VALUE.matcher(value).find()) {
            secret(node, "this looks like a secret");
        }
        if (isParameter) {
            if (value.startsWith("#")) {
                file.problem(line(node), "'" + key + "' names a bean", "no beans in route files: leave the option out");
            }
            if (isSecretName(key) && !comesFromOutside(value)) {
                secret(node, "'" + key + "' is a secret written into the file");
            }
        }
    }

    /** A mapping with a name and a value: a header, a property, a parameter of a templated route. */
    void namedValue(MappingNode mapping) {
        Optional<String> name = textOf(mapping, "name");
        if (name.isEmpty()) {
            return;
        }
        if (name.get().matches("(?i)Camel(Rest)?HttpUri")) {
            file.problem(
                    line(mapping),
                    name.get() + " would replace the address of the next call",
                    "write the address in 'to'; its path may come from CamelHttpPath");
        }
        if (isSecretName(name.get())) {
            for (String kind : List.of("constant", "simple", "value", "expression")) {
                MarkedYaml.get(mapping, kind)
                        .flatMap(TextRules::literal)
                        .filter(value ->
                                text(value).filter(TextRules::comesFromOutside).isEmpty())
                        .ifPresent(value -> secret(value, "'" + name.get() + "' is a secret written into the file"));
            }
        }
    }

    private static Optional<Node> literal(Node node) {
        if (node instanceof ScalarNode) {
            return Optional.of(node);
        }
        for (String inner : List.of("constant", "simple", "expression")) {
            Optional<Node> found = MarkedYaml.get(node, inner);
            if (found.isPresent()) {
                return found.flatMap(TextRules::literal);
            }
        }
        return Optional.empty();
    }

    private void secret(Node node, String message) {
        file.problem(
                line(node),
                message,
                "write {{secret:name}} for a mounted file, {{env:NAME}} for an environment variable, or a setting's"
                        + " name in double braces");
    }

    static boolean isSecretName(String name) {
        return Vocabulary.SECRET_NAME.matcher(name).matches();
    }

    /** True if the value holds a placeholder without a default that would be the secret itself, or a message's part. */
    static boolean comesFromOutside(String value) {
        if (value.contains("${")) {
            return true;
        }
        Matcher placeholder = PLACEHOLDER.matcher(value);
        boolean found = false;
        while (placeholder.find()) {
            String inner = placeholder.group(1).replaceFirst("^(env|secret):", "");
            if (inner.contains(":")) {
                return false;
            }
            found = true;
        }
        return found || value.isEmpty() || value.matches("true|false");
    }

    private void placeholders(String key, ScalarNode node, Set<String> templateParameters) {
        Matcher placeholder = PLACEHOLDER.matcher(node.getValue());
        while (placeholder.find()) {
            String inner = placeholder.group(1).strip();
            String source = inner.contains(":") ? inner.substring(0, inner.indexOf(':')) : "";
            if (REFUSED_SOURCES.contains(source)) {
                file.problem(
                        line(node),
                        "{{" + inner + "}} is refused",
                        "settings, {{env:NAME}} and {{secret:name}} are what a route file may read");
                continue;
            }
            boolean isSecret = source.equals("secret") || (source.equals("env") && isSecretName(inner));
            if (isSecret && (key.equals("message") || key.equals("log"))) {
                file.problem(line(node), "a secret must not be logged", "leave {{" + inner + "}} out of the message");
            }
            if (!templateParameters.contains(inner) && !inner.startsWith("?")) {
                resolve(node, inner);
            }
        }
    }

    private void resolve(ScalarNode node, String inner) {
        try {
            settings.resolve("{{" + inner + "}}");
        } catch (IllegalArgumentException missing) {
            file.problem(line(node), "{{" + inner + "}} has no value", remedyFor(inner));
        }
    }

    private static String remedyFor(String inner) {
        if (inner.startsWith("secret:")) {
            return "mount a file of that name in the folder recoup.route-files.secrets (/run/secrets if not set)";
        }
        if (inner.startsWith("env:")) {
            return "set that environment variable for recoup";
        }
        return "set it in config/application.yaml or as --" + inner + "=…, or give a default: {{" + inner + ":value}}";
    }

    private void simple(ScalarNode node) {
        Matcher function = SIMPLE.matcher(node.getValue());
        while (function.find()) {
            String inner = function.group(1).strip();
            if (!Vocabulary.SIMPLE_FUNCTION.matcher(inner).matches()
                    || Vocabulary.SIMPLE_ESCAPE.matcher(inner).find()) {
                file.problem(
                        line(node),
                        "${" + inner + "} is refused",
                        "use what the message, the file or the date has: ${body…}, ${header.name}, ${file:name},"
                                + " ${date:now:yyyyMMdd}, ${exception.message}");
            }
        }
    }
}
