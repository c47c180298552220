package io.recoup.reconciliation.match;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One tree of {@link BoostedTrees}: the leaf that gains most by a question is split until there are enough leaves. A
 * question is whether a sign is at most some band.
 */
final class TreeGrowth {

    static final int SIGNS = Sign.values().length;

    private static final int LEAVES = 32;
    private static final int FEWEST = 40;

    /** Draws what few decisions say towards nothing. */
    private static final double DRAW = 5;

    /** No sign has so many bands. */
    private static final int BANDS = 32;

    private static final int CELLS = SIGNS * BANDS;

    private final byte[] bands;
    private final double[] slope;
    private final double[] bend;
    private final int[] order;
    private final int[] scratch;

    /** @param bands of each decision, sign after sign, from 0 for one that has nothing to say */
    TreeGrowth(byte[] bands, double[] slope, double[] bend) {
        this.bands = bands;
        this.slope = slope;
        this.bend = bend;
        order = new int[slope.length];
        scratch = new int[slope.length];
        Arrays.setAll(order, i -> i);
    }

    /** Decisions from a place to another in {@link #order}, with their sums by sign and band. */
    private final class Node {
        final int from;
        final int to;
        final double[] slopes;
        final double[] bends;
        final int[] counts;
        double gain;
        int sign = -1;
        int upTo;

        @Nullable
        Node yes;

        @Nullable
        Node no;

        Node(int from, int to, double[] slopes, double[] bends, int[] counts) {
            this.from = from;
            this.to = to;
            this.slopes = slopes;
            this.bends = bends;
            this.counts = counts;
            ask();
        }

        double slopeOfAll() {
            return Arrays.stream(slopes, 0, BANDS).sum();
        }

        double bendOfAll() {
            return Arrays.stream(bends, 0, BANDS).sum();
        }

        /** Finds the question that gains most. */
        private void ask() {
            double allSlope = slopeOfAll();
            double allBend = bendOfAll();
            for (int asked = 0; asked < SIGNS; asked++) {
                double left = 0;
                double leftBend = 0;
                int leftCount = 0;
                for (int band = 0; band < BANDS - 1; band++) {
                    int cell = asked * BANDS + band;
                    left += slopes[cell];
                    leftBend += bends[cell];
                    leftCount += counts[cell];
                    if (counts[cell] == 0 || leftCount < FEWEST || to - from - leftCount < FEWEST) {
                        continue;
                    }
                    double gained = worth(left, leftBend)
                            + worth(allSlope - left, allBend - leftBend)
                            - worth(allSlope, allBend);
                    if (gained > gain + 1e-9) {
                        gain = gained;
                        sign = asked;
                        upTo = band;
                    }
                }
            }
        }
    }

    private static double worth(double slope, double bend) {
        return slope * slope / (bend + DRAW);
    }

    /** Adds the tree to the table, and a share of what it says to the odds. */
    void grow(double share, double[] odds, StringBuilder table) {
        Node root = counted(0, order.length);
        PriorityQueue<Node> leaves = new PriorityQueue<>((one, other) ->
                one.gain != other.gain ? Double.compare(other.gain, one.gain) : Integer.compare(one.from, other.from));
        leaves.add(root);
        for (int count = 1; count < LEAVES && leaves.peek().gain > 0; count++) {
            Node leaf = leaves.poll();
            split(leaf);
            leaves.add(leaf.yes);
            leaves.add(leaf.no);
        }
        write(root, 0, share, odds, table);
    }

    private Node counted(int from, int to) {
        double[] slopes = new double[CELLS];
        double[] bends = new double[CELLS];
        int[] counts = new int[CELLS];
        for (int at = from; at < to; at++) {
            int decision = order[at];
            for (int sign = 0, cell = 0; sign < SIGNS; sign++, cell += BANDS) {
                int band = cell + bands[decision * SIGNS + sign];
                slopes[band] += slope[decision];
                bends[band] += bend[decision];
                counts[band]++;
            }
        }
        return new Node(from, to, slopes, bends, counts);
    }

    /** Counts the smaller part; the other one is what remains. */
    private void split(Node node) {
        int yes = node.from;
        int no = 0;
        for (int at = node.from; at < node.to; at++) {
            int decision = order[at];
            if (bands[decision * SIGNS + node.sign] <= node.upTo) {
                order[yes++] = decision;
            } else {
                scratch[no++] = decision;
            }
        }
        System.arraycopy(scratch, 0, order, yes, no);
        if (yes - node.from <= no) {
            node.yes = counted(node.from, yes);
            node.no = rest(node, node.yes, yes, node.to);
        } else {
            node.no = counted(yes, node.to);
            node.yes = rest(node, node.no, node.from, yes);
        }
    }

    private Node rest(Node all, Node part, int from, int to) {
        double[] slopes = new double[CELLS];
        double[] bends = new double[CELLS];
        int[] counts = new int[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            slopes[cell] = all.slopes[cell] - part.slopes[cell];
            bends[cell] = all.bends[cell] - part.bends[cell];
            counts[cell] = all.counts[cell] - part.counts[cell];
        }
        return new Node(from, to, slopes, bends, counts);
    }

    private void write(Node node, int depth, double share, double[] odds, StringBuilder table) {
        if (node.yes == null) {
            double says = -share * node.slopeOfAll() / (node.bendOfAll() + DRAW);
            for (int at = node.from; at < node.to; at++) {
                odds[order[at]] += says;
            }
            table.append(depth).append(",,").append(Math.round(1000 * says)).append('\n');
            return;
        }
        Sign sign = Sign.values()[node.sign];
        int band = node.upTo + Confidence.NOTHING;
        table.append(depth).append(',').append(sign.word()).append(',');
        table.append(band < 0 ? Confidence.NAME_OF_NOTHING : sign.bandName(band))
                .append('\n');
        write(node.yes, depth + 1, share, odds, table);
        write(node.no, depth + 1, share, odds, table);
    }
}
