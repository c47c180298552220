package io.recoup.reconciliation.match;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A growing list of whole numbers. */
final class Ints {

    private int[] values = new int[2];
    private int size;

    /** Those of the numbers that are meant, in their order. */
    static int[] those(int[] numbers, IntPredicate meant) {
        int[] those = new int[numbers.length];
        int count = 0;
        for (int number : numbers) {
            if (meant.test(number)) {
                those[count++] = number;
            }
        }
        return Arrays.copyOf(those, count);
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    /** Puts it where it belongs; those from there on move up. */
    void insert(int at, int value) {
        add(value);
        System.arraycopy(values, at, values, at + 1, size - 1 - at);
        values[at] = value;
    }

    int get(int at) {
        return values[at];
    }

    int size() {
        return size;
    }

    boolean contains(int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    void remove(int value) {
        for (int i = 0; i < size; i++) {
            if (values[i] == value) {
                System.arraycopy(values, i + 1, values, i, --size - i);
                return;
            }
        }
    }
}
