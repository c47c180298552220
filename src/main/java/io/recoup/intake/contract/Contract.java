package io.recoup.intake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One JSON Schema of {@code routes/contracts}, compiled once; what it finds is said in words of ours. */
public final class Contract {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final String name;
    private final JsonSchema schema;

    /** @param name such as {@code invoice/1} */
    Contract(String name, JsonNode schema) {
        this.name = name;
        this.schema = SCHEMAS.getSchema(
                schema,
                SchemaValidatorsConfig.builder()
                        .pathType(PathType.JSON_PATH)
                        .formatAssertionsEnabled(true)
                        .locale(Locale.ROOT)
                        .build());
        this.schema.initializeValidators();
    }

    public String name() {
        return name;
    }

    /** @throws FlawedRecord with every flaw, in the order of the fields */
    public void check(JsonNode record) {
        List<Flaw> flaws = flaws(record);
        if (!flaws.isEmpty()) {
            throw new FlawedRecord(flaws);
        }
    }

    public List<Flaw> flaws(JsonNode record) {
        Set<ValidationMessage> messages = schema.validate(record);
        List<Flaw> flaws = new ArrayList<>();
        for (ValidationMessage message : messages) {
            Flaw flaw = flaw(message);
            if (flaws.stream().noneMatch(other -> other.field().equals(flaw.field()))) {
                flaws.add(flaw);
            }
        }
        flaws.sort(Comparator.comparing(Flaw::field));
        return flaws;
    }

    private Flaw flaw(ValidationMessage message) {
        String at = path(message.getInstanceLocation().toString());
        JsonNode value = message.getInstanceNode();
        String shown = value == null || value.isContainerNode() ? "" : Flaw.shown(value.asText());
        String rule = message.getSchemaLocation().toString();
        return switch (message.getType()) {
            case "required" ->
                new Flaw(join(at, message.getProperty()), "is missing", "add it: " + name + " requires it");
            case "additionalProperties" ->
                new Flaw(
                        join(at, message.getProperty()),
                        "is not a field of " + name,
                        "remove it, or bring it into the contract's shape with a map");
            case "type" -> wrongType(at, value, shown, rule, String.valueOf(message.getArguments()[1]));
            case "pattern", "format" -> wrongForm(at, shown, rule);
            case "enum", "const" ->
                new Flaw(at, "is " + shown + ", not one of " + message.getSchemaNode(), "use one of these words");
            case "minLength" -> new Flaw(at, "is empty", "leave the field out or fill it");
            case "minItems" -> new Flaw(at, "is an empty list", "a complete list has at least one entry");
            case "maxLength", "maxItems" -> new Flaw(at, "is longer than " + message.getSchemaNode(), "shorten it");
            case "minimum" ->
                new Flaw(at, "is " + shown + ", below " + message.getSchemaNode(), "state what the contract allows");
            case "maximum" ->
                new Flaw(at, "is " + shown + ", above " + message.getSchemaNode(), "state what the contract allows");
            default -> new Flaw(at, message.getError(), "see the contract " + name);
        };
    }

    private static Flaw wrongType(String at, JsonNode value, String shown, String rule, String wanted) {
        if (value != null && value.isNull()) {
            return new Flaw(at, "is null", "leave the field out when there is nothing to say");
        }
        if (value != null && value.isNumber() && rule.contains("/amount/")) {
            return new Flaw(
                    at,
                    "is the number " + value.asText() + ": an amount must be a decimal string",
                    "write it in quotes, such as \"1250.50\"");
        }
        String article = wanted.startsWith("a") || wanted.startsWith("o") || wanted.startsWith("i") ? "an " : "a ";
        return new Flaw(
                at, "must be " + article + wanted + (shown.isEmpty() ? "" : ", not " + shown), "see the contract");
    }

    private static Flaw wrongForm(String at, String shown, String rule) {
        if (rule.contains("/amount/")) {
            return new Flaw(
                    at,
                    "is " + shown + ": an amount must be a decimal string",
                    "write digits with a decimal point and no thousands separators, such as \"1250.50\"");
        }
        if (rule.contains("/day/")) {
            return new Flaw(at, "is " + shown + ", not a day of the calendar", "write days as 2026-03-31");
        }
        if (rule.contains("/instant/")) {
            return new Flaw(at, "is " + shown + ", not a moment", "write moments with offset: 2026-03-31T08:15:00Z");
        }
        if (rule.contains("/currency/")) {
            return new Flaw(at, "is " + shown + ", not a currency code", "use ISO 4217 in capitals, such as EUR");
        }
        return new Flaw(at, "is " + shown + ", which has not the form the contract wants", "see the contract");
    }

    /** {@code $.debtor.contacts[0]} without the dollar. */
    private static String path(String jsonPath) {
        return jsonPath.startsWith("$.") ? jsonPath.substring(2) : jsonPath.substring(1);
    }

    private static String join(String at, String property) {
        return at.isEmpty() ? property : at + "." + property;
    }
}
