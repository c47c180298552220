package io.recoup.connectors.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a route file may say, and what to write instead of what it may not. */
final class Vocabulary {

    static final Set<String> TOP = Set.of("route", "routeConfiguration", "routeTemplate", "templatedRoute");

    static final Set<String> STEPS = Set.of(
            "to",
            "log",
            "setBody",
            "setHeader",
            "setHeaders",
            "setProperty",
            "setVariable",
            "setVariables",
            "setExchangePattern",
            "removeHeader",
            "removeHeaders",
            "removeProperty",
            "removeProperties",
            "removeVariable",
            "choice",
            "filter",
            "split",
            "multicast",
            "pipeline",
            "loop",
            "delay",
            "throttle",
            "doTry",
            "stop",
            "throwException",
            "marshal",
            "unmarshal",
            "convertBodyTo",
            "convertHeaderTo",
            "convertVariableTo",
            "transform",
            "validate",
            "wireTap",
            "step",
            "sample");

    /** Other words of the DSL, to recognise a misspelt one. */
    static final Set<String> FIELDS = Set.of(
            "id",
            "description",
            "from",
            "uri",
            "steps",
            "parameters",
            "routeConfigurationId",
            "precondition",
            "autoStartup",
            "message",
            "loggingLevel",
            "name",
            "constant",
            "simple",
            "header",
            "expression",
            "when",
            "otherwise",
            "doCatch",
            "doFinally",
            "exception",
            "onException",
            "handled",
            "pattern",
            "excludePattern",
            "json",
            "type");

    private static final String NO_BEANS = "no beans in route files: use a door, a map or a component's option";
    private static final String NO_SCRIPTS = "no scripts in route files: use simple, a jq map at the door, or code";
    private static final String NO_DYNAMIC =
            "addresses must not come from messages: use 'to' with a fixed address; an HTTP path may come from the header"
                    + " CamelHttpPath";

    /** Steps and keys that are refused wherever they stand, each with its remedy. */
    static final Map<String, String> REFUSED_KEYS = Map.ofEntries(
            Map.entry("bean", NO_BEANS),
            Map.entry("beans", NO_BEANS),
            Map.entry("process", NO_BEANS),
            Map.entry("method", NO_BEANS),
            Map.entry("ref", NO_BEANS),
            Map.entry("policy", NO_BEANS),
            Map.entry("transacted", NO_BEANS),
            Map.entry("kamelet", "no kamelets in route files: use a component or a route template"),
            Map.entry("idempotentConsumer", "leave it out: the doors know what they had already"),
            Map.entry("aggregate", "leave it out: hand the whole file or list to the door"),
            Map.entry("aggregationStrategy", NO_BEANS),
            Map.entry("onPrepare", NO_BEANS),
            Map.entry("executorService", NO_BEANS),
            Map.entry("errorHandler", "name a routeConfiguration, e.g. routeConfigurationId: partner"),
            Map.entry("errorHandlerRef", "name a routeConfiguration, e.g. routeConfigurationId: partner"),
            Map.entry("routePolicy", NO_BEANS),
            Map.entry("script", NO_SCRIPTS),
            Map.entry("language", NO_SCRIPTS),
            Map.entry("groovy", NO_SCRIPTS),
            Map.entry("csimple", NO_SCRIPTS),
            Map.entry("datasonnet", NO_SCRIPTS),
            Map.entry("jactl", NO_SCRIPTS),
            Map.entry("java", NO_SCRIPTS),
            Map.entry("joor", NO_SCRIPTS),
            Map.entry("js", NO_SCRIPTS),
            Map.entry("mvel", NO_SCRIPTS),
            Map.entry("ognl", NO_SCRIPTS),
            Map.entry("python", NO_SCRIPTS),
            Map.entry("spel", NO_SCRIPTS),
            Map.entry("wasm", NO_SCRIPTS),
            Map.entry("xquery", NO_SCRIPTS),
            Map.entry("toD", NO_DYNAMIC),
            Map.entry("recipientList", NO_DYNAMIC),
            Map.entry("routingSlip", NO_DYNAMIC),
            Map.entry("dynamicRouter", NO_DYNAMIC),
            Map.entry("enrich", NO_DYNAMIC),
            Map.entry("pollEnrich", NO_DYNAMIC),
            Map.entry("poll", NO_DYNAMIC),
            Map.entry("rest", "recoup's own pages listen to HTTP; a route does not"),
            Map.entry("restConfiguration", "recoup's own pages listen to HTTP; a route does not"),
            Map.entry("allowUnmarshallType", "leave it out: classes must not be chosen by a message"),
            Map.entry("unmarshalType", "leave it out: unmarshal to maps and lists"),
            Map.entry("unmarshalTypeName", "leave it out: unmarshal to maps and lists"));

    /** Formats of marshal and unmarshal; Java serialisation and anything that builds classes by name is not here. */
    static final Set<String> FORMATS =
            Set.of("json", "base64", "gzipDeflater", "zipDeflater", "zipFile", "csv", "univocityCsv", "jacksonXml");

    /** Components that are refused even if a site's settings were to list them. */
    static final Map<String, String> REFUSED_COMPONENTS = Map.ofEntries(
            Map.entry("exec", "route files start no programs"),
            Map.entry("ssh", "route files start no programs"),
            Map.entry("bean", NO_BEANS),
            Map.entry("class", NO_BEANS),
            Map.entry("language", NO_SCRIPTS),
            Map.entry("smtp", "mail to debtors leaves through recoup, which knows holds, limits and bounces"),
            Map.entry("smtps", "mail to debtors leaves through recoup, which knows holds, limits and bounces"),
            Map.entry("sql", "no SQL in route files: read the ERP's export or its API"),
            Map.entry("jdbc", "no SQL in route files: read the ERP's export or its API"),
            Map.entry("jpa", "no SQL in route files: read the ERP's export or its API"),
            Map.entry("kamelet", "no kamelets in route files: use a component or a route template"),
            Map.entry("controlbus", "routes are stopped in the console, not by other routes"),
            Map.entry("rest", "recoup's own pages listen to HTTP; a route does not"),
            Map.entry("platform-http", "recoup's own pages listen to HTTP; a route does not"),
            Map.entry("xslt", "stylesheets can run code: map with jq at the door"));

    /** The functions of simple that only look at the message, the file, the date or the exchange. */
    static final Pattern SIMPLE_FUNCTION =
            Pattern.compile("(in\\.)?(body|bodyOneLine|prettyBody|headers?|exchangeProperty|variables?)([.:\\[?].*)?"
                    + "|(date|date-with-timezone|file|random|uuid|hash|pad|trim|replace|substring.*|substitute|concat"
                    + "|uppercase|lowercase|length|size|join|collate|skip|quote|unquote|isEmpty|null|empty)([:(].*)?"
                    + "|exchangeId|id|messageTimestamp|routeId|fromRouteId|stepId|exception\\.message|exception");

    /** Inside a function: a way from a value to Java's own methods. */
    static final Pattern SIMPLE_ESCAPE = Pattern.compile("(?i)getclass|\\.class\\b|classloader|runtime|camelcontext"
            + "|^(in\\.)?(body|headers?|exchangeProperty|variables?)\\b.*\\(");

    static final Pattern SECRET_NAME =
            Pattern.compile("(?i).*(passw(or)?d|passphrase|secret|token|api-?_?key|access-?_?"
                    + "key|private-?_?key|credential).*|pwd|authorization|proxy-authorization|cookie|x-?api-?key");

    /** Values that are a secret by their look. */
    static final Pattern SECRET_VALUE = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY|\\beyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}"
            + "|\\b(sk|rk)_(live|test)_\\w{8,}|\\bgh[pousr]_\\w{20,}|\\bAKIA[0-9A-Z]{16}\\b|\\bxox[bpas]-\\w{8,}");

    private Vocabulary() {}

    /** The known word that a misspelt one most probably means. */
    static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(word, candidate) <= Math.max(1, candidate.length() / 3));
    }

    /** Letters to insert, delete, replace or swap with their neighbour. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean isSwap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (isSwap) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
