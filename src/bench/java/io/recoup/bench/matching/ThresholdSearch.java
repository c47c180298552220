package io.recoup.bench.matching;

import io.recoup.reconciliation.backtest.ErrorBound;
import io.recoup.reconciliation.match.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * For each kind of evidence the confidence from which it is booked. In each regime a wrong match has a price in right ones;
 * a kind pays the mean of the regimes in which it is seen and is booked from the odds on that are worth it. Prices rise until
 * each regime keeps what it promises: the 95 % bound of Clopper and Pearson on all that would be booked of it lies within. A
 * kind that is wrong too often all the same starts higher; one that is seldom seen is not booked.
 */
final class ThresholdSearch {

    /** The share that may be wrong of what is booked, by regime. */
    private static final Map<String, Double> PROMISED = Map.of("structured", 1e-4, "mixed", 7e-4, "hard", 1.5e-3);

    /** What a wrong match costs at first, in right ones: nothing is booked at lower odds, whatever was counted. */
    private static final double CHEAPEST = 20;

    private static final double DEARER = 1.05;

    /** The share that may be wrong of one kind; one may by chance where there are enough. */
    private static final double WORST = 0.006;

    /** A kind that is booked is seldom seen where booking teaches whose account it was: not too many may be asked for. */
    private static final int FEWEST = 80;

    private static final int ENOUGH = 300;

    record Seen(String regime, String stratum, int confidence, boolean right) {}

    /**
     * The surest of one kind.
     *
     * @param from confidence from which on they are booked
     */
    private record Cut(int from, List<Seen> booked) {

        long wrong() {
            return booked.stream().filter(one -> !one.right()).count();
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
        Map<String, List<Seen>> kinds = new TreeMap<>();
        seen.forEach(one ->
                kinds.computeIfAbsent(one.stratum(), key -> new ArrayList<>()).add(one));
        StringBuilder table = new StringBuilder();
        best(kinds)
                .forEach((kind, cut) -> table.append(String.format(
                        Locale.ROOT,
                        "%s,%d,%d,%d%n",
                        kind,
                        cut.from(),
                        cut.booked().size(),
                        cut.wrong())));
        return table.toString();
    }

    private static Map<String, Cut> best(Map<String, List<Seen>> kinds) {
        Map<String, Double> prices = new TreeMap<>();
        PROMISED.keySet().forEach(regime -> prices.put(regime, CHEAPEST));
        while (true) {
            Map<String, Cut> cuts = cuts(kinds, prices);
            Set<String> broken = broken(cuts);
            if (broken.isEmpty()) {
                return cuts;
            }
            broken.forEach(regime -> prices.merge(regime, DEARER, (price, by) -> price * by));
        }
    }

    private static Map<String, Cut> cuts(Map<String, List<Seen>> kinds, Map<String, Double> prices) {
        Map<String, Cut> cuts = new TreeMap<>();
        kinds.forEach((kind, some) -> {
            List<Seen> sure = from(some, odds(CHEAPEST));
            double price = sure.stream()
                    .mapToDouble(one -> prices.get(one.regime()))
                    .average()
                    .orElse(CHEAPEST);
            Cut cut = cut(sure, odds(price));
            if (cut.booked().size() >= FEWEST) {
                cuts.put(kind, cut);
            }
        });
        return cuts;
    }

    /** As a confidence, in thousandths of a nat. */
    private static int odds(double price) {
        return (int) Math.round(1000 * Math.log(price));
    }

    /** Starts just above one that is wrong until not too many are. */
    private static Cut cut(List<Seen> some, int from) {
        int start = from;
        List<Seen> booked = from(some, start);
        while (!isAllowed(booked)) {
            start = 1
                    + booked.stream()
                            .filter(one -> !one.right())
                            .mapToInt(Seen::confidence)
                            .min()
                            .orElseThrow();
            booked = from(booked, start);
        }
        return new Cut(start, booked);
    }

    private static List<Seen> from(List<Seen> some, int confidence) {
        return some.stream().filter(one -> one.confidence() >= confidence).toList();
    }

    private static boolean isAllowed(List<Seen> booked) {
        return isAllowed(counts(booked, one -> ""), ENOUGH) && isAllowed(counts(booked, Seen::regime), 0);
    }

    private static boolean isAllowed(Map<String, int[]> counts, int enough) {
        return counts.values().stream()
                .allMatch(count -> count[1] <= (count[0] < enough ? 0 : Math.max(1, count[0] * WORST)));
    }

    /** Regimes that do not keep what they promise. */
    private static Set<String> broken(Map<String, Cut> cuts) {
        List<Seen> booked =
                cuts.values().stream().flatMap(cut -> cut.booked().stream()).toList();
        Set<String> broken = new TreeSet<>();
        counts(booked, Seen::regime).forEach((regime, count) -> {
            if (ErrorBound.upper(count[1], count[0]) > PROMISED.get(regime)) {
                broken.add(regime);
            }
        });
        return broken;
    }

    /** How many, and how many of them wrong. */
    private static Map<String, int[]> counts(List<Seen> some, Function<Seen, String> by) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Seen one : some) {
            int[] count = counts.computeIfAbsent(by.apply(one), key -> new int[2]);
            count[0]++;
            count[1] += one.right() ? 0 : 1;
        }
        return counts;
    }
}
