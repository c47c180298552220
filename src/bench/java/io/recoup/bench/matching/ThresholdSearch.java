package io.recoup.bench.matching;

import io.recoup.reconciliation.backtest.ErrorBound;
import io.recoup.reconciliation.match.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * For each kind of evidence the confidence from which it is booked, so that most is booked of all kinds together while of
 * each regime no more is wrong than it promises: the 95 % bound of Clopper and Pearson on all that would be booked lies
 * within it, or nothing is wrong where too few were counted for that. What a wrong match costs in right ones is one price a
 * regime for all kinds, and found by trying.
 */
final class ThresholdSearch {

    /**
     * The share that may be wrong of what is booked, by regime. Chosen thresholds look better than they are, on payments
     * not seen by half: less than one in a thousand, or two, is asked for where these are promised.
     */
    private static final Map<String, Double> PROMISED = Map.of("structured", 1e-4, "mixed", 7e-4, "hard", 9e-4);

    /** What a wrong match costs at first, in right ones. */
    private static final double DEAREST = 10_000;

    private static final double CHEAPEST = 10;

    private static final int ROUNDS = 400;

    /** The share that may be wrong of one kind; one may by chance where there are enough. */
    private static final double WORST = 0.006;

    /** How far above what is wrong a threshold must stand. */
    private static final int RESERVE = 100;

    /** A kind that is booked is seldom seen where booking teaches whose account it was: not too many may be asked for. */
    private static final int FEWEST = 80;

    private static final int ENOUGH = 300;

    /** Nothing is booked at odds under twenty to one, whatever was counted. */
    private static final int LOWEST = 3_000;

    record Seen(String regime, String stratum, int confidence, boolean right) {}

    /**
     * The surest of one kind.
     *
     * @param from confidence from which on they are booked
     * @param counts by regime, how many and how many of them wrong
     */
    private record Cut(int from, Map<String, int[]> counts) {

        int count(int which) {
            return counts.values().stream().mapToInt(one -> one[which]).sum();
        }
    }

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
        strata.values().forEach(some -> some.sort(Comparator.comparingInt((Seen one) -> -one.confidence())));
        StringBuilder table = new StringBuilder();
        best(strata)
                .forEach((stratum, cut) -> table.append(
                        String.format(Locale.ROOT, "%s,%d,%d,%d%n", stratum, cut.from(), cut.count(0), cut.count(1))));
        return table.toString();
    }

    /** The cuts that book most of those that keep what is promised. */
    private static Map<String, Cut> best(Map<String, List<Seen>> strata) {
        Map<String, Double> prices = new TreeMap<>();
        PROMISED.keySet().forEach(regime -> prices.put(regime, DEAREST));
        Map<String, Cut> best = Map.of();
        int most = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Cut> cuts = new TreeMap<>();
            strata.forEach((stratum, some) -> {
                Cut cut = cut(some, prices);
                if (cut != null) {
                    cuts.put(stratum, cut);
                }
            });
            boolean kept = true;
            for (String regime : PROMISED.keySet()) {
                boolean good = isKept(regime, cuts);
                kept &= good;
                prices.merge(regime, good ? 0.97 : 1.08, (price, by) -> Math.max(CHEAPEST, price * by));
            }
            int booked = cuts.values().stream().mapToInt(cut -> cut.count(0)).sum();
            if (kept && booked > most) {
                best = cuts;
                most = booked;
            }
        }
        return best;
    }

    private static boolean isKept(String regime, Map<String, Cut> cuts) {
        int count = 0;
        int wrong = 0;
        for (Cut cut : cuts.values()) {
            int[] one = cut.counts().getOrDefault(regime, new int[2]);
            count += one[0];
            wrong += one[1];
        }
        return wrong == 0 || ErrorBound.upper(wrong, count) <= PROMISED.get(regime);
    }

    private static boolean isAllowed(Map<String, int[]> counts) {
        int all = 0;
        int wrong = 0;
        for (int[] count : counts.values()) {
            all += count[0];
            wrong += count[1];
            if (count[1] > Math.max(1, count[0] * WORST)) {
                return false;
            }
        }
        return wrong <= (all < ENOUGH ? 0 : Math.max(1, all * WORST));
    }

    /** @param some of one kind, surest first */
    private static @Nullable Cut cut(List<Seen> some, Map<String, Double> prices) {
        Map<String, int[]> counts = new TreeMap<>();
        int best = -1;
        double most = 0;
        double gain = 0;
        for (int i = 0; i < some.size() && some.get(i).confidence() >= LOWEST; i++) {
            Seen one = some.get(i);
            int[] count = counts.computeIfAbsent(one.regime(), key -> new int[2]);
            count[0]++;
            count[1] += one.right() ? 0 : 1;
            gain += one.right() ? 1 : -prices.get(one.regime());
            boolean end = i + 1 == some.size() || some.get(i + 1).confidence() < one.confidence();
            if (end && gain > most && isAllowed(counts)) {
                best = i;
                most = gain;
            }
        }
        if (best + 1 < FEWEST) {
            return null;
        }
        int last = some.get(best).confidence();
        return new Cut(Math.max(LOWEST, best + 1 < some.size() ? last + RESERVE : last), counts(some, best + 1));
    }

    private static Map<String, int[]> counts(List<Seen> some, int until) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Seen one : some.subList(0, until)) {
            int[] count = counts.computeIfAbsent(one.regime(), key -> new int[2]);
            count[0]++;
            count[1] += one.right() ? 0 : 1;
        }
        return counts;
    }
}
