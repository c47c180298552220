package io.recoup.connectors.files;

import io.recoup.connectors.Door;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Rules for endpoints: which components, and the options that the advisories of Camel are about. */
final class AddressRules {

    private static final Set<String> SERIALISING = Set.of(
            "transferExchange",
            "transferException",
            "transferFault",
            "allowSerializedHeaders",
            "allowJavaSerializedObject");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@?{}]+(:[^/@?]*)?@");
    private static final Pattern LITERAL_PASSWORD = Pattern.compile("//[^/@?]*:(?!//)[^/@?{}]+@");

    private final ReadFile file;
    private final Settings settings;
    private final Set<String> components;

    AddressRules(ReadFile file, Settings settings, Set<String> components) {
        this.file = file;
        this.settings = settings;
        this.components = components;
    }

    /** False if the address is not worth further checks. */
    boolean allow(Address address) {
        int before = file.problems.size();
        if (scheme(address).isEmpty()) {
            return false;
        }
        component(address);
        options(address);
        return file.problems.size() == before;
    }

    /** The scheme, also where a setting has it; empty after a problem was noted. */
    private String scheme(Address address) {
        String scheme = address.scheme();
        if (address.uri().startsWith("{{")) {
            try {
                String resolved = settings.resolve(address.uri().replaceFirst("(?s)(}}).*", "$1"));
                scheme = resolved.contains(":") ? resolved.substring(0, resolved.indexOf(':')) : resolved;
            } catch (IllegalArgumentException missing) {
                return ""; // the placeholder's own rule says so
            }
        }
        if (scheme.isBlank() || scheme.contains("$") || scheme.contains("{")) {
            file.problem(
                    address.line(),
                    "the component of '" + address.uri() + "' is not written out",
                    "begin the address with a component, e.g. file: or recoup:");
            return "";
        }
        return scheme;
    }

    private void component(Address address) {
        String scheme = scheme(address);
        String refused = Vocabulary.REFUSED_COMPONENTS.get(scheme);
        if (refused != null) {
            file.problem(address.line(), "the component '" + scheme + "' is refused", refused);
        } else if (!components.contains(scheme)) {
            file.problem(
                    address.line(),
                    "the component '" + scheme + "' is not allowed here",
                    Vocabulary.nearest(scheme, components)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("allowed are " + new TreeSet<>(components)
                                    + "; a site lists its own in recoup.route-files.components"));
        } else if (scheme.equals("recoup")) {
            door(address);
        } else if (scheme.equals("http") || scheme.equals("https")) {
            http(address);
        } else if (scheme.equals("file")
                && address.isFrom()
                && address.parameter("moveFailed").isEmpty()) {
            file.warning(
                    address.line(),
                    "a file that fails is tried again at every look",
                    "add 'moveFailed: .rejected' to the parameters");
        }
    }

    private void door(Address address) {
        String label = address.uri().replaceFirst("^recoup:/{0,2}", "").replaceFirst("(?s)[?].*", "");
        Door.named(label).ifPresent(door -> {
            boolean isOut = door.way() == Door.Way.OUT;
            if (isOut != address.isFrom()) {
                file.problem(
                        address.line(),
                        "recoup:" + label + " is an " + (isOut ? "out" : "in") + " door",
                        isOut ? "write it as 'from', not as 'to'" : "write it as the last 'to', not as 'from'");
            }
        });
    }

    private void http(Address address) {
        if (address.isFrom()) {
            file.problem(
                    address.line(), "http cannot be a 'from'", "begin with 'timer' or 'quartz' and call it by 'to'");
        }
        if (address.parameter("bridgeEndpoint").filter("true"::equals).isEmpty()) {
            file.problem(
                    address.line(),
                    "an HTTP call without bridgeEndpoint lets a header replace its address",
                    "add 'bridgeEndpoint: true' to the parameters");
        }
        if (address.parameter("followRedirects")
                .filter(value -> !value.equals("false"))
                .isPresent()) {
            file.problem(
                    address.lineOf("followRedirects"),
                    "followRedirects would carry credentials to another host",
                    "leave it out and write the final address");
        }
    }

    private void options(Address address) {
        address.allParameters().forEach((name, value) -> {
            int line = address.lineOf(name);
            if (SERIALISING.contains(name) && !value.equals("false")) {
                file.problem(line, "'" + name + "' reads Java objects from outside", "leave it out and send JSON");
            }
            boolean isInUri = !address.parameters().containsKey(name);
            if (isInUri && value.startsWith("#")) {
                file.problem(line, "'" + name + "' names a bean", "no beans in route files: leave the option out");
            }
            if (isInUri && TextRules.isSecretName(name) && !TextRules.comesFromOutside(value)) {
                file.problem(
                        line,
                        "'" + name + "' is a secret written into the file",
                        "write {{secret:name}} or {{env:NAME}}");
            }
        });
        if (LITERAL_PASSWORD.matcher(address.uri()).find()
                && USER_INFO.matcher(address.uri()).find()) {
            file.problem(
                    address.line(),
                    "the address has a password in it",
                    "use the component's options with {{secret:name}}");
        }
        if (address.uri().contains("${")
                && !address.role().equals("from")
                && !address.scheme().equals("file")) {
            file.problem(
                    address.line(),
                    "an address must not take parts from the message",
                    "write it out; an HTTP path may come from the header CamelHttpPath");
        }
    }
}
