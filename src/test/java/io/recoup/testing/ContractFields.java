package io.recoup.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.intake.RoutesFolder;
import io.recoup.intake.contract.Contracts;
import io.recoup.intake.contract.Flaw;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The fields of the shipped contracts, as paths such as {@code debtor.contacts.email}. */
public final class ContractFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROUTES = Path.of("routes");
    private static final Contracts CONTRACTS = new Contracts(new RoutesFolder(ROUTES));

    private ContractFields() {}

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static JsonNode schema(String contract) {
        File file = ROUTES.resolve("contracts/" + contract.replace('/', '-') + ".schema.json")
                .toFile();
        try {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every field that the contract knows. */
    public static Set<String> of(String contract) {
        JsonNode schema = schema(contract);
        Set<String> fields = new TreeSet<>();
        known(schema, schema, "", fields);
        return fields;
    }

    private static void known(JsonNode root, JsonNode schema, String prefix, Set<String> fields) {
        if (schema.has("$ref")) {
            known(root, root.at(schema.path("$ref").asText().substring(1)), prefix, fields);
        }
        if (schema.has("items")) {
            known(root, schema.path("items"), prefix, fields);
        }
        schema.path("properties").fields().forEachRemaining(property -> {
            fields.add(prefix + property.getKey());
            known(root, property.getValue(), prefix + property.getKey() + ".", fields);
        });
    }

    /** Every field that is there. */
    public static Set<String> in(JsonNode json) {
        Set<String> fields = new TreeSet<>();
        present(json, "", fields);
        return fields;
    }

    private static void present(JsonNode json, String prefix, Set<String> fields) {
        if (json.isArray()) {
            json.forEach(element -> present(element, prefix, fields));
        }
        json.fields().forEachRemaining(field -> {
            fields.add(prefix + field.getKey());
            present(field.getValue(), prefix + field.getKey() + ".", fields);
        });
    }

    public static void assertKeeps(String contract, JsonNode json) {
        assertThat(CONTRACTS.get(contract).flaws(json))
                .as("%s as %s", json, contract)
                .extracting(Flaw::reason)
                .isEmpty();
    }

    /** The same JSON, which notes in {@code asked} every field that somebody looks for. */
    public static JsonNode noting(JsonNode json, Set<String> asked) {
        return noting(json, "", asked);
    }

    private static JsonNode noting(JsonNode json, String prefix, Set<String> asked) {
        if (json.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            json.forEach(element -> array.add(noting(element, prefix, asked)));
            return array;
        }
        if (!json.isObject()) {
            return json;
        }
        ObjectNode object = new NotingObject(prefix, asked);
        json.fields()
                .forEachRemaining(field ->
                        object.set(field.getKey(), noting(field.getValue(), prefix + field.getKey() + ".", asked)));
        return object;
    }

    private static final class NotingObject extends ObjectNode {

        private static final long serialVersionUID = 1L;

        private final String prefix;
        private final transient Set<String> asked;

        NotingObject(String prefix, Set<String> asked) {
            super(JsonNodeFactory.instance);
            this.prefix = prefix;
            this.asked = asked;
        }

        @Override
        public JsonNode get(String field) {
            asked.add(prefix + field);
            return super.get(field);
        }

        @Override
        public JsonNode path(String field) {
            asked.add(prefix + field);
            return super.path(field);
        }
    }
}
