package io.recoup.reconciliation.match;

import java.util.Arrays;

/** Those that share the most with a name; of equal ones those whose keys come first. */
final class Likeliest {

    private final int[] ranks;
    private final double[] shared;
    private int count;

    Likeliest(int most) {
        ranks = new int[most];
        shared = new double[most];
    }

    /**
     * @param having by word, the ranks of those that bear it, ascending
     * @param worth by word
     * @param words how many
     */
    Likeliest of(int[][] having, double[] worth, int words) {
        int[] at = new int[words];
        while (true) {
            int rank = Integer.MAX_VALUE;
            for (int word = 0; word < words; word++) {
                if (at[word] < having[word].length) {
                    rank = Math.min(rank, having[word][at[word]]);
                }
            }
            if (rank == Integer.MAX_VALUE) {
                return this;
            }
            double sum = 0;
            for (int word = 0; word < words; word++) {
                while (at[word] < having[word].length && having[word][at[word]] == rank) {
                    sum += worth[word];
                    at[word]++;
                }
            }
            enter(rank, sum);
        }
    }

    private void enter(int rank, double sum) {
        int to = count;
        while (to > 0 && sum > shared[to - 1]) {
            to--;
        }
        if (to == ranks.length) {
            return;
        }
        count = Math.min(count + 1, ranks.length);
        System.arraycopy(ranks, to, ranks, to + 1, count - 1 - to);
        System.arraycopy(shared, to, shared, to + 1, count - 1 - to);
        ranks[to] = rank;
        shared[to] = sum;
    }

    int[] places(KeyOrder order) {
        return Arrays.stream(ranks, 0, count).map(order::place).toArray();
    }
}
