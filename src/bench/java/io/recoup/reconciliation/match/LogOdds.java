package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Additive log-odds that a decision is right, one set for each family of kinds: logistic
 * regression on the bands of all signs, found by Newton's method. Each coefficient is drawn to zero as if a few decisions
 * had said nothing, so that a band that is rare moves little.
 */
public final class LogOdds {

    private static final double DRAW = 1.0;
    private static final int MOST_STEPS = 25;

    private final List<String> strata;
    private final double[] weights;
    private final String family;

    private LogOdds(String family, List<String> strata, double[] weights) {
        this.family = family;
        this.strata = strata;
        this.weights = weights;
    }

    /** The table that {@link Confidence} reads, without comments. */
    public static String fit(List<Counted> all) {
        StringBuilder table = new StringBuilder();
        all.stream()
                .collect(Collectors.groupingBy(
                        one -> Confidence.family(one.stratum()), TreeMap::new, Collectors.toList()))
                .forEach((family, some) -> fit(family, some).write(table, some));
        return table.toString();
    }

    private static LogOdds fit(String family, List<Counted> some) {
        List<String> strata = some.stream()
                .map(one -> one.stratum().toString())
                .distinct()
                .sorted()
                .toList();
        int size = 1 + strata.size() + Counted.places();
        int[][] signs = new int[some.size()][];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = signs(some.get(i), strata);
        }
        double[] weights = new double[size];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int i = 0; i < signs.length; i++) {
                double chance = 1 / (1 + Math.exp(-sum(weights, signs[i])));
                double off = chance - (some.get(i).right() ? 1 : 0);
                double bend = Math.max(1e-6, chance * (1 - chance));
                for (int one : signs[i]) {
                    gradient[one] += off;
                    for (int other : signs[i]) {
                        curvature[one][other] += bend;
                    }
                }
            }
            for (int i = 0; i < size; i++) {
                gradient[i] += DRAW * weights[i];
                curvature[i][i] += DRAW;
            }
            double[] move = solved(curvature, gradient);
            double most = 0;
            for (int i = 0; i < size; i++) {
                weights[i] -= move[i];
                most = Math.max(most, Math.abs(move[i]));
            }
            if (most < 1e-3) {
                break;
            }
        }
        return new LogOdds(family, strata, weights);
    }

    private static int[] signs(Counted one, List<String> strata) {
        List<Integer> signs = new ArrayList<>();
        signs.add(0);
        signs.add(1 + strata.indexOf(one.stratum().toString()));
        for (int sign = 0; sign < one.bands().length; sign++) {
            if (one.bands()[sign] >= 0) {
                signs.add(1 + strata.size() + Counted.place(sign, one.bands()[sign]));
            }
        }
        return signs.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double sum(double[] weights, int[] signs) {
        double sum = 0;
        for (int one : signs) {
            sum += weights[one];
        }
        return sum;
    }

    /** Elimination of a symmetric positive matrix; overwrites both. */
    private static double[] solved(double[][] matrix, double[] right) {
        int size = right.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                if (factor != 0) {
                    for (int column = pivot; column < size; column++) {
                        matrix[row][column] -= factor * matrix[pivot][column];
                    }
                    right[row] -= factor * right[pivot];
                }
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double rest = right[row];
            for (int column = row + 1; column < size; column++) {
                rest -= matrix[row][column] * solution[column];
            }
            solution[row] = rest / matrix[row][row];
        }
        return solution;
    }

    private void write(StringBuilder table, List<Counted> some) {
        Map<String, Boolean> seen = new TreeMap<>();
        for (int i = 0; i < strata.size(); i++) {
            table.append(strata.get(i)).append(",start,,").append(thousandths(weights[0] + weights[1 + i]));
            table.append('\n');
        }
        for (Counted one : some) {
            for (int sign = 0; sign < one.bands().length; sign++) {
                seen.put(sign + " " + one.bands()[sign], true);
            }
        }
        for (Sign sign : Sign.values()) {
            for (int band = 0; band < sign.bands(); band++) {
                int points = thousandths(weights[1 + strata.size() + Counted.place(sign.ordinal(), band)]);
                if (seen.containsKey(sign.ordinal() + " " + band) && points != 0) {
                    table.append(family)
                            .append(',')
                            .append(sign.word())
                            .append(',')
                            .append(sign.bandName(band))
                            .append(',')
                            .append(points)
                            .append('\n');
                }
            }
        }
    }

    private static int thousandths(double nats) {
        return (int) Math.round(1000 * nats);
    }
}
