package io.recoup.reconciliation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts and reasons of a decision as they are stored. */
public record DecisionJson(
        String parts,
        String why,
        @Nullable String against,
        @Nullable String runnerUp) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param amount minor units of the receipt's currency; below zero for a credit note
     * @param forgiven minor units
     */
    public record Part(long item, long amount, long forgiven, Match.Kind kind) {}

    /** @param score log-odds, thousandths of a nat */
    public record RunnerUp(List<Long> items, int score, Reason lost) {}

    static DecisionJson of(Match match) {
        Match.RunnerUp next = match.runnerUp();
        return new DecisionJson(
                write(match.parts().stream()
                        .map(part -> new Part(part.item().id(), part.amount(), part.forgiven(), part.kind()))
                        .toList()),
                write(match.why()),
                match.against() == null ? null : write(match.against()),
                next == null
                        ? null
                        : write(new RunnerUp(
                                next.items().stream().map(MatchItem::id).toList(), next.score(), next.lost())));
    }

    public List<Part> readParts() {
        return read(parts, new TypeReference<>() {});
    }

    public List<Reason> readWhy() {
        return read(why, new TypeReference<>() {});
    }

    public @Nullable Reason readAgainst() {
        return against == null ? null : read(against, new TypeReference<>() {});
    }

    public @Nullable RunnerUp readRunnerUp() {
        return runnerUp == null ? null : read(runnerUp, new TypeReference<>() {});
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("cannot write " + value, unwritable);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("cannot read " + json, unreadable);
        }
    }
}
