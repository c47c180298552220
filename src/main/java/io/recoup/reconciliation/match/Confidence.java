package io.recoup.reconciliation.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * How sure a decision is, from its signs. The table asks one question after the other, whether a sign is at most so much,
 * until it comes to points; it does so two hundred times, and the points add up to log-odds in thousandths of a nat. It
 * was counted on generated payments.
 *
 * <p>Its lines, in this order:
 *
 * <pre>
 * kind,number/exact/account       a kind of evidence that was counted; any number of them
 * start,3120                      points that every decision starts from
 * 0,score,up to 3000              a question: how deep it stands, the sign, the last band that answers yes
 * 1,,-120                         points, where it says yes
 * 1,twin,nothing                  what is asked next, where it says no: whether the sign has nothing to say
 * 2,,40
 * 2,,-310
 * </pre>
 */
final class Confidence {

    /** More than that is never said: one in 22,000. */
    static final int MOST = 10_000;

    static final Confidence SHIPPED = shipped();

    /** The band of a sign that has nothing to say, and its name. */
    static final int NOTHING = -1;

    static final String NAME_OF_NOTHING = "nothing";

    private static final int POINTS = -1;

    /** By {@link Stratum#ordinal}, which were counted. */
    private final boolean[] kinds = new boolean[Stratum.COUNT];

    private boolean empty = true;
    private int start;
    private int nodes;

    private static final int WIDTH = 3;

    /**
     * Of each node what it asks, or {@link #POINTS}; the last band that answers yes, or the points; where no goes. Yes goes
     * to the next node.
     */
    private int[] tree = new int[WIDTH << 10];

    private int[] roots = new int[0];

    static Confidence read(Reader table) {
        Confidence confidence = new Confidence();
        Deque<Integer> open = new ArrayDeque<>();
        try (BufferedReader lines = new BufferedReader(table)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    confidence.enter(line.split(",", -1), open);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return confidence;
    }

    private static Confidence shipped() {
        return read(new InputStreamReader(
                Confidence.class.getResourceAsStream("/matching/confidence.csv"), StandardCharsets.UTF_8));
    }

    private void enter(String[] cells, Deque<Integer> open) {
        switch (cells[0]) {
            case "kind" -> {
                kinds[Stratum.of(cells[1]).ordinal()] = true;
                empty = false;
            }
            case "start" -> start = Integer.parseInt(cells[1]);
            default -> node(Integer.parseInt(cells[0]), cells[1], cells[2], open);
        }
    }

    /** @param open questions above that still lack their no, the deepest first */
    private void node(int depth, String sign, String value, Deque<Integer> open) {
        if (nodes == tree.length) {
            tree = Arrays.copyOf(tree, nodes * 2);
        }
        if (depth == 0) {
            roots = Arrays.copyOf(roots, roots.length + 1);
            roots[roots.length - 1] = nodes;
        } else if (nodes > 0 && tree[nodes - WIDTH] == POINTS) {
            tree[open.pop() + 2] = nodes;
        }
        if (sign.isEmpty()) {
            tree[nodes] = POINTS;
            tree[nodes + 1] = Integer.parseInt(value);
        } else {
            Sign asked = Sign.of(sign);
            tree[nodes] = asked.ordinal();
            tree[nodes + 1] = band(asked, value);
            open.push(nodes);
        }
        nodes += WIDTH;
    }

    private static int band(Sign sign, String name) {
        for (int band = 0; band < sign.bands(); band++) {
            if (sign.bandName(band).equals(name)) {
                return band;
            }
        }
        if (!name.equals(NAME_OF_NOTHING)) {
            throw new IllegalArgumentException(sign.word() + " has no band " + name);
        }
        return NOTHING;
    }

    /** Log-odds that it is right, in thousandths of a nat; the score itself for a kind that was never counted. */
    int of(Signs decision, int score) {
        if (!knows(decision.stratum())) {
            return empty ? score : Math.min(score, 0);
        }
        return of(decision.bands());
    }

    /** Whether decisions of this kind were counted. */
    boolean knows(Stratum kind) {
        return kinds[kind.ordinal()];
    }

    /** The same for a kind that was. @param bands by {@link Sign} */
    int of(int[] bands) {
        int sum = start;
        for (int root : roots) {
            int node = root;
            while (tree[node] != POINTS) {
                node = bands[tree[node]] <= tree[node + 1] ? node + WIDTH : tree[node + 2];
            }
            sum += tree[node + 1];
        }
        return Math.min(MOST, sum);
    }
}
