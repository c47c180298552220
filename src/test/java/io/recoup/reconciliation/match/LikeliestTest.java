package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who shares the most with a name. */
class LikeliestTest {

    private static final int DEBTORS = 40;

    private final KeyOrder order = new KeyOrder();

    LikeliestTest() {
        for (int place = 0; place < DEBTORS; place++) {
            order.add(place, "K" + (place * 7 % DEBTORS + 100));
        }
    }

    @Test
    void of_those_that_share_as_much_the_first_keys_come_first() {
        int[][] having = {{3, 5, 8, 9}, {5, 9, 11}};
        assertThat(ranks(having, 3, 1.0, 2.0)).containsExactly(5, 9, 11);
        assertThat(ranks(having, 4, 1.0, 2.0)).containsExactly(5, 9, 11, 3);
        assertThat(ranks(having, 9, 1.0, 2.0)).containsExactly(5, 9, 11, 3, 8);
    }

    @Test
    void it_is_as_if_all_were_sorted() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            int[][] having = new int[1 + random.nextInt(4)][];
            double[] worth = random.doubles(having.length, 0.1, 3).toArray();
            double[] shared = new double[DEBTORS];
            for (int word = 0; word < having.length; word++) {
                having[word] =
                        random.ints(random.nextInt(25), 0, DEBTORS).sorted().toArray();
                for (int rank : having[word]) {
                    shared[rank] += worth[word];
                }
            }
            List<Integer> all = new ArrayList<>();
            for (int rank = 0; rank < DEBTORS; rank++) {
                if (shared[rank] > 0) {
                    all.add(rank);
                }
            }
            all.sort(Comparator.comparingDouble((Integer rank) -> -shared[rank]).thenComparing(rank -> rank));
            assertThat(ranks(having, 12, worth)).containsExactlyElementsOf(all.subList(0, Math.min(12, all.size())));
        }
    }

    @Test
    void keys_have_their_order_whichever_was_entered_first() {
        order.add(DEBTORS, "A");
        assertThat(order.rank(DEBTORS)).isZero();
        assertThat(order.rank(0)).isEqualTo(1);
        assertThat(order.place(1)).isZero();
    }

    private List<Integer> ranks(int[][] having, int most, double... worth) {
        int[] places = new Likeliest(most).of(having, worth, having.length).places(order);
        return Arrays.stream(places).map(order::rank).boxed().toList();
    }
}
