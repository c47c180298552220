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

    static boolean has(int[] numbers, int wanted) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }

    /** The ones, then the others. */
    static int[] join(int[] ones, int[] others) {
        int[] all = Arrays.copyOf(ones, ones.length + others.length);
        System.arraycopy(others, 0, all, ones.length, others.length);
        return all;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
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
}
