package io.recoup.intake.map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a record, such as {@code debtor.contacts[0].email}; an index beyond the list's end is its end. */
record FieldPath(String[] steps) {

    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(\\d{1,3})])?");

    static FieldPath of(String path) {
        return new FieldPath(path.split("[.]"));
    }

    /** @throws IllegalArgumentException if the path is none */
    void put(ObjectNode record, JsonNode value) {
        ObjectNode at = record;
        for (int i = 0; i < steps.length; i++) {
            Matcher step = STEP.matcher(steps[i]);
            if (!step.matches()) {
                throw new IllegalArgumentException("'" + String.join(".", steps) + "' is no field of a contract");
            }
            boolean last = i == steps.length - 1;
            String name = step.group(1);
            if (step.group(2) == null) {
                at = last ? leaf(at, name, value) : at.withObjectProperty(name);
            } else {
                ArrayNode list = at.withArrayProperty(name);
                int index = Math.min(Integer.parseInt(step.group(2)), list.size());
                if (last) {
                    list.insert(index, value);
                } else {
                    at = index < list.size() ? (ObjectNode) list.get(index) : list.addObject();
                }
            }
        }
    }

    private static ObjectNode leaf(ObjectNode at, String name, JsonNode value) {
        at.set(name, value);
        return at;
    }
}
