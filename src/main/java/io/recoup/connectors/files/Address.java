package io.recoup.connectors.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An endpoint as written in a route file.
 *
 * @param role the key it stands under: {@code from}, {@code to}, {@code wireTap}, {@code deadLetterUri}
 * @param uri as written, with its placeholders
 * @param parameters those under {@code parameters:}
 * @param line of the address; {@code lines} has those of the parameters
 */
record Address(
        String role,
        String uri,
        Map<String, Object> parameters,
        Map<String, Integer> lines,
        int line,
        boolean isInTemplate) {

    boolean isFrom() {
        return role.equals("from");
    }

    int lineOf(String parameter) {
        return lines.getOrDefault(parameter, line);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(allParameters().get(name));
    }

    /** Those behind the question mark and those under {@code parameters:}. */
    Map<String, String> allParameters() {
        Map<String, String> all = new LinkedHashMap<>();
        int mark = uri.indexOf('?');
        if (mark >= 0) {
            for (String pair : uri.substring(mark + 1).split("&", -1)) {
                int equals = pair.indexOf('=');
                all.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        parameters.forEach((name, value) -> all.put(name, String.valueOf(value)));
        return all;
    }

    String scheme() {
        int colon = uri.indexOf(':');
        int mark = uri.indexOf('?');
        int end = colon < 0 ? uri.length() : colon;
        return uri.substring(0, mark >= 0 ? Math.min(end, mark) : end);
    }
}
