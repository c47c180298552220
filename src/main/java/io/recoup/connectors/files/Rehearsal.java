package io.recoup.connectors.files;

import io.recoup.connectors.RouteFileSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dsl.yaml.common.YamlSupport;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.EndpointUriFactory;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.quartz.CronExpression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * A Camel that is never started: route files are read and their endpoints made in it, so that a misspelt option is
 * found before the routes that run are touched.
 */
final class Rehearsal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final Pattern NUMBERED_LINE = Pattern.compile("line (\\d+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]*}}");

    private final CamelContext camel = new DefaultCamelContext(false);
    private final Set<String> components;

    /** @param setting value of a setting by its name; null if there is none */
    Rehearsal(UnaryOperator<String> setting, RouteFileSettings settings) {
        this.components = settings.components();
        camel.getPropertiesComponent().addPropertiesFunction(new SecretFunction(settings.secrets()));
        camel.getPropertiesComponent().addPropertiesSource(new PropertiesSource() {
            @Override
            public String getName() {
                return "site";
            }

            @Override
            public String getProperty(String name) {
                return setting.apply(name);
            }
        });
        camel.build();
    }

    /** Everything that can be said about the file without starting it, but for what other files say. */
    ReadFile read(String name, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(java.nio.ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IOException notUtf8) {
            ReadFile file = new ReadFile(name);
            file.problem(0, "the file is not UTF-8", "save it as UTF-8");
            return file;
        }
        ReadFile file = RouteReader.read(name, text, this::resolve, components);
        if (file.problems.isEmpty()) {
            parse(file, bytes);
        }
        for (Address address : file.addresses) {
            if (!address.isInTemplate() && hasValues(address)) {
                make(file, address);
            }
        }
        forgetEndpoints();
        return file;
    }

    private void forgetEndpoints() {
        for (Endpoint endpoint : List.copyOf(camel.getEndpoints())) {
            try {
                camel.removeEndpoint(endpoint);
            } catch (Exception neverStarted) {
                LOG.debug("an endpoint of a rehearsal stays in memory", neverStarted);
            }
        }
    }

    private String resolve(String text) {
        return camel.resolvePropertyPlaceholders(text);
    }

    private void parse(ReadFile file, byte[] bytes) {
        try {
            Collection<?> builders = PluginHelper.getRoutesLoader(camel)
                    .findRoutesBuilders(List.of(ResourceHelper.fromBytes("file:" + file.name(), bytes)));
            for (Object builder : builders) {
                if (builder instanceof RouteBuilder routes) {
                    routes.setCamelContext(camel);
                    routes.configure();
                }
            }
        } catch (Exception | StackOverflowError | LinkageError bad) {
            file.problem(line(bad), reason(bad), remedyFor(reason(bad)));
        }
    }

    private static String remedyFor(String reason) {
        String word = reason.startsWith("Unsupported field: ") ? reason.substring(19) : "";
        Set<String> words = new TreeSet<>(Vocabulary.FIELDS);
        words.addAll(Vocabulary.STEPS);
        return Vocabulary.nearest(word, words)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("compare with the examples in routes/README.md");
    }

    /** A placeholder without a value was told already, at its own line. */
    private boolean hasValues(Address address) {
        try {
            resolve(address.uri() + address.parameters().values());
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }

    private void make(ReadFile file, Address address) {
        String scheme = org.apache.camel.util.StringHelper.before(resolve(address.uri()), ":", address.scheme());
        if (camel.getComponent(scheme) == null) {
            file.problem(
                    address.line(),
                    "the component '" + scheme + "' is not in this recoup",
                    "put camel-" + scheme + " of the same Camel version on the class path");
            return;
        }
        try {
            cron(file, address, scheme);
            camel.getEndpoint(YamlSupport.createEndpointUri(camel, null, address.uri(), address.parameters()));
        } catch (Exception bad) {
            refuse(file, address, scheme, bad);
        }
    }

    private void cron(ReadFile file, Address address, String scheme) {
        address.parameter("cron").filter(cron -> scheme.equals("quartz")).ifPresent(cron -> {
            try {
                CronExpression.validateExpression(resolve(cron).replace('+', ' '));
            } catch (java.text.ParseException bad) {
                file.problem(
                        address.lineOf("cron"),
                        "the cron expression '" + cron + "' is wrong: " + bad.getMessage(),
                        "write seconds, minutes, hours, day, month, weekday: e.g. '0 0 6 ? * MON-FRI'");
            }
        });
    }

    private void refuse(ReadFile file, Address address, String scheme, Exception bad) {
        String reason = scrub(reason(bad), address);
        int options = reason.indexOf(". Its options: ");
        if (options < 0) {
            options = reason.indexOf(". Doors: ");
        }
        if (options >= 0) {
            file.problem(address.line(), reason.substring(0, options), reason.substring(options + 2));
        } else if (reason.contains("Unknown parameters=")) {
            unknownOptions(file, address, scheme, reason.substring(reason.indexOf("Unknown parameters=")));
        } else {
            file.problem(address.line(), reason, "compare with the component's page at camel.apache.org/components");
        }
    }

    private void unknownOptions(ReadFile file, Address address, String scheme, String unknown) {
        EndpointUriFactory factory = camel.getCamelContextExtension().getEndpointUriFactory(scheme);
        Set<String> known = new TreeSet<>(factory == null ? Set.of() : factory.propertyNames());
        boolean isNamed = false;
        for (String name : address.allParameters().keySet()) {
            if (Pattern.compile("\\b" + Pattern.quote(name) + "=")
                            .matcher(unknown)
                            .find()
                    && !known.contains(name)) {
                isNamed = true;
                file.problem(
                        address.lineOf(name),
                        scheme + " has no option '" + name + "'",
                        Vocabulary.nearest(name, known)
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("see camel.apache.org/components for the options of " + scheme));
            }
        }
        if (!isNamed) {
            file.problem(address.line(), scheme + " has an option that does not exist", "check the spelling");
        }
    }

    /** Resolved secrets must not stand in a message. */
    private String scrub(String text, Address address) {
        String scrubbed = text;
        Matcher placeholder =
                PLACEHOLDER.matcher(address.uri() + " " + address.parameters().values());
        while (placeholder.find()) {
            try {
                String value = resolve(placeholder.group());
                if (value.length() > 2) {
                    scrubbed = scrubbed.replace(value, placeholder.group());
                }
            } catch (IllegalArgumentException missing) {
                LOG.debug("{} has no value, so it cannot stand in a message", placeholder.group());
            }
        }
        return scrubbed;
    }

    static int line(Throwable bad) {
        for (Throwable cause = bad; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYamlEngineException marked
                    && marked.getProblemMark().isPresent()) {
                return marked.getProblemMark().get().getLine() + 1;
            }
            Matcher line = NUMBERED_LINE.matcher(String.valueOf(cause.getMessage()));
            if (line.find()) {
                return Integer.parseInt(line.group(1));
            }
        }
        return 0;
    }

    /** The innermost message, in one line. */
    static String reason(Throwable bad) {
        Throwable cause = bad;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = cause instanceof MarkedYamlEngineException marked ? marked.getProblem() : cause.getMessage();
        String line = MarkedYaml.oneLine(message == null ? cause.getClass().getSimpleName() : message);
        return line.length() > 400 ? line.substring(0, 400) + "…" : line;
    }

    @Override
    public void close() {
        camel.stop();
    }
}
