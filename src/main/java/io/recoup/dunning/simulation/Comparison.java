package io.recoup.dunning.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What two policies do differently about the same events. */
public final class Comparison {

    private Comparison() {}

    /** @param onlyFirst whether the first policy does it and the second does not, or the other way round */
    public record Difference(boolean onlyFirst, SimulatedAction action) {}

    /** By date; on one date the first policy's before the second's. The reason alone makes no difference. */
    public static List<Difference> of(List<SimulatedAction> first, List<SimulatedAction> second) {
        List<Difference> differences = new ArrayList<>();
        missing(first, second).forEach(action -> differences.add(new Difference(true, action)));
        missing(second, first).forEach(action -> differences.add(new Difference(false, action)));
        differences.sort(
                (one, other) -> one.action().on().compareTo(other.action().on()));
        return differences;
    }

    /** Those of {@code some} that {@code others} lack, each as often as it is missing. */
    private static List<SimulatedAction> missing(List<SimulatedAction> some, List<SimulatedAction> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(action -> left.merge(action.deed(), 1, Integer::sum));
        List<SimulatedAction> missing = new ArrayList<>();
        for (SimulatedAction action : some) {
            if (left.merge(action.deed(), -1, Integer::sum) < 0) {
                missing.add(action);
            }
        }
        return missing;
    }
}
