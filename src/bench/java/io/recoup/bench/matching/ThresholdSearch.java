package io.recoup.bench.matching;

import io.recoup.reconciliation.match.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * For each kind of evidence the confidence from which booking gains the most, where a right match counts one and a wrong
 * one costs as many as its regime says; no more may be wrong in any regime than a kind may at worst.
 */
final class ThresholdSearch {

    /** How many right ones must come with each wrong one, at least; where most is promised it costs most. */
    private static final Map<String, Integer> COST = Map.of("structured", 4_000, "mixed", 1_000, "hard", 500);

    /** The share that may be wrong of one kind in one regime; one may by chance where there are enough. */
    private static final double WORST = 0.003;

    /** How far above what is wrong a threshold must stand. */
    private static final int RESERVE = 50;

    private static final int FEWEST = 200;

    private static final int ENOUGH = 300;

    /** Nothing is booked at odds under twenty to one, whatever was counted. */
    private static final int LOWEST = 3_000;

    record Seen(String regime, String stratum, int confidence, boolean right) {}

    private ThresholdSearch() {}

    static void see(List<Counted> counted, String confidence, List<Seen> seen) {
        int[] confidences = Counted.confidences(counted, confidence);
        for (int i = 0; i < confidences.length; i++) {
            Counted one = counted.get(i);
            String stratum = one.stratum().toString();
            if (!one.held() && !stratum.contains("/late_discount/") && !stratum.contains("numbers/over/")) {
                seen.add(new Seen(one.regime(), stratum, confidences[i], one.right()));
            }
        }
    }

    static String table(List<Seen> seen) {
        Map<String, List<Seen>> strata = new TreeMap<>();
        seen.forEach(one ->
                strata.computeIfAbsent(one.stratum(), key -> new ArrayList<>()).add(one));
        StringBuilder table = new StringBuilder();
        strata.forEach((stratum, matches) -> table.append(line(stratum, matches)));
        return table.toString();
    }

    private static boolean isAllowed(int[] count) {
        return count[1] <= (count[0] < ENOUGH ? 0 : Math.max(1, count[0] * WORST));
    }

    private static String line(String stratum, List<Seen> matches) {
        matches.sort(Comparator.comparingInt((Seen one) -> -one.confidence()));
        Map<String, int[]> counts = new TreeMap<>();
        int best = -1;
        long most = 0;
        long gain = 0;
        int wrong = 0;
        int bestWrong = 0;
        for (int i = 0; i < matches.size() && matches.get(i).confidence() >= LOWEST; i++) {
            Seen one = matches.get(i);
            int[] count = counts.computeIfAbsent(one.regime(), key -> new int[2]);
            count[0]++;
            count[1] += one.right() ? 0 : 1;
            wrong += one.right() ? 0 : 1;
            gain += one.right() ? 1 : -COST.get(one.regime());
            boolean end = i + 1 == matches.size() || matches.get(i + 1).confidence() < one.confidence();
            boolean allowed = counts.values().stream().allMatch(ThresholdSearch::isAllowed);
            if (end && allowed && gain > most) {
                best = i;
                most = gain;
                bestWrong = wrong;
            }
        }
        if (best + 1 < FEWEST) {
            return "";
        }
        int score = matches.get(best).confidence();
        int from = Math.max(LOWEST, best + 1 < matches.size() ? score + RESERVE : score);
        return String.format(Locale.ROOT, "%s,%d,%d,%d%n", stratum, from, best + 1, bestWrong);
    }
}
