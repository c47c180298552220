package io.recoup.intake.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** The first place where two records differ. */
final class Difference {

    private Difference() {}

    /** @return such as {@code debtor.name is "A", expected "B"}; null when they are equal */
    static String between(JsonNode wanted, JsonNode given) {
        return at("", wanted, given);
    }

    private static String at(String path, JsonNode wanted, JsonNode given) {
        if (wanted.isObject() && given.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            wanted.fieldNames().forEachRemaining(names::add);
            given.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String found = at(path.isEmpty() ? name : path + "." + name, wanted.path(name), given.path(name));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (wanted.isArray() && given.isArray() && wanted.size() == given.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                String found = at(path + "[" + i + "]", wanted.get(i), given.get(i));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return wanted.equals(given) ? null : path + " is " + shown(given) + ", expected " + shown(wanted);
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "missing" : node.toString();
    }
}
