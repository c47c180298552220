package io.recoup.agency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.recoup.outbox.Failure;
import io.recoup.outbox.OutDoor;
import io.recoup.outbox.OutTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A partner with a memory and with faults, and the route that talks to it: it classifies what goes wrong as the
 * connectors do, and looks a case up when the task asks for it.
 */
final class StatefulAgency {

    enum Fault {
        NONE,
        REFUSES_CONNECTION,
        ANSWERS_500,
        ANSWERS_429,
        ANSWERS_NONSENSE,
        ACCEPTS_THEN_TIMES_OUT,
        DECLINES,
        DENIES_TOKEN
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final boolean honoursKeys;
    private final Deque<Fault> script = new ArrayDeque<>();
    private final Map<String, String> byKey = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    final List<String> caseNumbers = new ArrayList<>();
    final Map<String, JsonNode> messages = new LinkedHashMap<>();
    final List<String> log = new ArrayList<>();

    StatefulAgency(boolean honoursKeys) {
        this.honoursKeys = honoursKeys;
    }

    StatefulAgency will(Fault... faults) {
        script.addAll(List.of(faults));
        return this;
    }

    /** One run of the route: claims what is due and carries it. @return how many tasks were carried */
    int carry(OutDoor door) {
        List<OutTask> tasks = door.claim(AgencyRoom.AGENCY, 10);
        tasks.forEach(task -> carry(door, task));
        return tasks.size();
    }

    void carry(OutDoor door, OutTask task) {
        JsonNode body = read(task.json());
        if (door.name().equals("placements") && body.path("lookupFirst").asBoolean()) {
            log.add("look up");
            int known = caseNumbers.indexOf(body.path("caseNumber").asText());
            if (known >= 0) {
                door.succeeded(task, answer(caseNumbers.get(known)));
                return;
            }
        }
        Fault fault = script.isEmpty() ? Fault.NONE : script.poll();
        log.add("send " + fault);
        switch (fault) {
            case NONE -> door.succeeded(task, take(door, task, body));
            case REFUSES_CONNECTION -> door.failed(task, Failure.UNREACHABLE, "connection refused");
            case ANSWERS_500 -> door.failed(task, Failure.UNCERTAIN, "500");
            case ANSWERS_429 -> door.failed(task, Failure.THROTTLED, "429");
            case ANSWERS_NONSENSE -> {
                take(door, task, body);
                door.succeeded(task, "<html>It works!</html>");
            }
            case ACCEPTS_THEN_TIMES_OUT -> {
                take(door, task, body);
                door.failed(task, Failure.UNCERTAIN, "read timed out");
            }
            case DECLINES -> door.failed(task, Failure.REFUSED, "422 debtor abroad");
            case DENIES_TOKEN -> door.failed(task, Failure.UNAUTHORISED, "401");
        }
    }

    /** What the agency does when something reaches it. */
    private String take(OutDoor door, OutTask task, JsonNode body) {
        if (!door.name().equals("placements")) {
            messages.put(task.key(), body);
            return "{}";
        }
        String essence = essence(body);
        if (honoursKeys && byKey.containsKey(task.key())) {
            if (!bodies.get(task.key()).equals(essence)) {
                throw new AssertionError("another body under the same key");
            }
            return byKey.get(task.key());
        }
        caseNumbers.add(body.path("caseNumber").asText());
        String answer = answer(body.path("caseNumber").asText());
        byKey.put(task.key(), answer);
        bodies.put(task.key(), essence);
        return answer;
    }

    private static String essence(JsonNode body) {
        return ((ObjectNode) body.deepCopy())
                .without(List.of("attempt", "lookupFirst"))
                .toString();
    }

    private static String answer(String caseNumber) {
        return "{\"agencyCaseId\": \"A-" + caseNumber + "\", \"state\": \"submitted\"}";
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
