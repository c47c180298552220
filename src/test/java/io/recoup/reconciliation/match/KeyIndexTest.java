package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside a plain map: whatever was entered is found, before and after the index grows, and nothing else is. */
class KeyIndexTest {

    private static final int LIMIT = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 511, 512, 5_000, 60_000})
    void what_was_entered_is_found_and_nothing_else(int many) {
        check(many, new KeyIndex());
        check(many, KeyIndex.sieve());
    }

    private static void check(int many, KeyIndex index) {
        Random random = new Random(many);
        Map<Long, List<Integer>> plain = new HashMap<>();
        for (int thing = 0; thing < many; thing++) {
            long hash = key(random.nextInt(2 * many));
            index.add(hash, thing, 0);
            plain.computeIfAbsent(hash, any -> new ArrayList<>()).add(thing);
            if (random.nextInt(50) == 0) {
                assertThat(things(index, hash)).contains(thing);
            }
        }
        for (int n = 0; n < 2 * many + 10; n++) {
            List<Integer> expected = plain.getOrDefault(key(n), List.of());
            assertThat(things(index, key(n))).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(index.count(key(n), LIMIT)).isEqualTo(Math.min(LIMIT, expected.size()));
        }
    }

    @Test
    void a_thing_is_entered_once_under_a_key_and_kind() {
        KeyIndex index = new KeyIndex();
        index.add(key(1), 7, 0);
        index.add(key(1), 7, 0);
        index.add(key(1), 7, 1);
        assertThat(things(index, key(1))).containsExactly(7, 7);
    }

    private static long key(int number) {
        return Hash.of("key " + number);
    }

    private static List<Integer> things(KeyIndex index, long hash) {
        List<Integer> things = new ArrayList<>();
        for (int entry = index.first(hash); entry >= 0; entry = index.next(entry)) {
            things.add(index.thing(entry));
        }
        return things;
    }
}
