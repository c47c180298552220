package io.recoup.reconciliation.generator;

import java.util.List;

/** One random stream. */
final class Dice {

    private long state;

    Dice(long seed) {
        state = seed;
    }

    long next() {
        state += Streams.GOLDEN;
        return Streams.mix(state);
    }

    /** From 0 inclusive to 1 exclusive. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    /** From 0 to {@code bound} exclusive. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Roughly normal, mean 0 and deviation 1; never beyond 3.5. */
    double bell() {
        return (share() + share() + share() + share() - 2) * 1.7320508;
    }

    <T> T of(List<T> several) {
        return several.get(below(several.size()));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + below(10)));
        }
        return digits.toString();
    }
}
