package io.recoup.reconciliation.match;

import java.util.Arrays;
import java.util.List;

/**
 * The table that {@link Confidence} reads, fitted to decisions of which is known whether they were right: gradient boosting
 * of the logistic loss. Each tree is grown on what those before it left unexplained, and a part of what it says is taken.
 * Nothing is drawn at random: the same decisions in the same order give the same table.
 */
public final class BoostedTrees {

    private static final int TREES = 200;
    private static final double SHARE = 0.12;

    private final int count;
    private final byte[] bands;
    private final double[] right;
    private final double[] odds;

    private BoostedTrees(List<Counted> counted) {
        count = counted.size();
        bands = new byte[count * TreeGrowth.SIGNS];
        right = new double[count];
        odds = new double[count];
        for (int i = 0; i < count; i++) {
            right[i] = counted.get(i).right() ? 1 : 0;
            for (int sign = 0; sign < TreeGrowth.SIGNS; sign++) {
                bands[i * TreeGrowth.SIGNS + sign] = (byte) (counted.get(i).bands()[sign] - Confidence.NOTHING);
            }
        }
    }

    /** Without comments. */
    public static String fit(List<Counted> counted) {
        StringBuilder table = new StringBuilder();
        counted.stream()
                .map(one -> one.stratum().toString())
                .distinct()
                .sorted()
                .forEach(kind -> table.append("kind,").append(kind).append('\n'));
        new BoostedTrees(counted).write(table);
        return table.toString();
    }

    private void write(StringBuilder table) {
        double rights = 0.5;
        for (double one : right) {
            rights += one;
        }
        double start = Math.log(rights / (count + 1 - rights));
        Arrays.fill(odds, start);
        table.append("start,").append(Math.round(1000 * start)).append('\n');
        double[] slope = new double[count];
        double[] bend = new double[count];
        for (int tree = 0; tree < TREES; tree++) {
            for (int i = 0; i < count; i++) {
                double chance = 1 / (1 + Math.exp(-odds[i]));
                slope[i] = chance - right[i];
                bend[i] = chance * (1 - chance);
            }
            new TreeGrowth(bands, slope, bend).grow(SHARE, odds, table);
        }
    }
}
