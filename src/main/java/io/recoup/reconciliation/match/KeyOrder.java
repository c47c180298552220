package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which debtor's key comes before which; found anew when it is asked for after one was added. */
final class KeyOrder {

    private final List<String> keys = new ArrayList<>();
    private int[] ranks = new int[0];
    private int[] places = new int[0];

    void add(int place, String key) {
        if (place == keys.size()) {
            keys.add(key);
        }
    }

    int size() {
        return keys.size();
    }

    /** How many keys come before that of this debtor. */
    int rank(int place) {
        sort();
        return ranks[place];
    }

    /** The debtor before whose key so many come. */
    int place(int rank) {
        sort();
        return places[rank];
    }

    private void sort() {
        if (ranks.length == keys.size()) {
            return;
        }
        Integer[] sorted = IntStream.range(0, keys.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparing(keys::get));
        places = Arrays.stream(sorted).mapToInt(Integer::intValue).toArray();
        ranks = new int[places.length];
        for (int rank = 0; rank < places.length; rank++) {
            ranks[places[rank]] = rank;
        }
    }
}
