package io.recoup.connectors;

import io.recoup.connectors.Door.Option;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.util.TimeUtils;

/** One endpoint's options, checked against its door. */
record DoorOptions(Door door, Map<String, String> values) {

    private static final int MOST_AT_ONCE = 1000;

    /** @throws IllegalArgumentException naming door, option, allowed options and an example */
    static DoorOptions of(Door door, Map<String, Object> parameters) {
        Map<String, String> values = new TreeMap<>();
        parameters.forEach((name, value) -> {
            if (door.options().stream().noneMatch(option -> option.name().equals(name))) {
                throw refusal(door, "does not know the option '" + name + "'");
            }
            if (value == null || value.toString().isBlank()) {
                throw refusal(door, "has an empty option '" + name + "'");
            }
            values.put(name, value.toString().strip());
        });
        for (Option option : door.options()) {
            if (option.isRequired() && !values.containsKey(option.name())) {
                throw refusal(door, "needs the option '" + option.name() + "'");
            }
        }
        DoorOptions options = new DoorOptions(door, Map.copyOf(values));
        options.check();
        return options;
    }

    private void check() {
        if (!"true".equals(text("failOnProblem").orElse("true")) && failsOnProblem()) {
            throw refusal(door, "wants true or false for 'failOnProblem'");
        }
        delay();
        initialDelay();
        batch();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Who delivers or receives; null where the door has no partner. */
    String partner() {
        return text(door.key().name()).or(() -> text("source")).orElse(door == Door.STATEMENTS ? "bank" : null);
    }

    boolean failsOnProblem() {
        return text("failOnProblem").map(value -> !value.equals("false")).orElse(false);
    }

    Duration delay() {
        return duration("delay", Duration.ofSeconds(5));
    }

    Duration initialDelay() {
        return duration("initialDelay", Duration.ofSeconds(1));
    }

    int batch() {
        try {
            int batch = text("batch").map(Integer::parseInt).orElse(50);
            if (batch >= 1 && batch <= MOST_AT_ONCE) {
                return batch;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw refusal(door, "wants a number from 1 to " + MOST_AT_ONCE + " for 'batch'");
    }

    private Duration duration(String name, Duration otherwise) {
        try {
            Duration duration = text(name)
                    .map(value -> Duration.ofMillis(TimeUtils.toMilliSeconds(time(value))))
                    .orElse(otherwise);
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (IllegalArgumentException notADuration) {
            // said below
        }
        throw refusal(door, "wants a time such as 500ms, 30s or 1h for '" + name + "'");
    }

    private static String time(String value) {
        if (!value.matches("[0-9]{1,9}(ms|s|m|h|d)?")) {
            throw new IllegalArgumentException(value);
        }
        return value;
    }

    private static IllegalArgumentException refusal(Door door, String reason) {
        String allowed = door.options().stream()
                .map(option -> option.name() + (option.isRequired() ? " (required)" : ""))
                .collect(Collectors.joining(", "));
        return new IllegalArgumentException(
                "recoup:" + door.label() + " " + reason + ". Its options: " + allowed + ". Example: " + door.example());
    }
}
