package io.recoup.testing;

import java.util.Random;

/**
 * Runs a property with many random sources, each from a seed that a failure names. {@code -Drecoup.seed=N} runs that
 * one alone; {@code -Drecoup.seeds=N} runs more of them.
 */
public final class Seeds {

    /** Says that something holds for whatever the random source leads to. */
    public interface Property {
        void holdsFor(Random random) throws Exception;
    }

    private Seeds() {}

    public static void forEach(int seeds, Property property) {
        Long only = Long.getLong("recoup.seed");
        int many = Integer.getInteger("recoup.seeds", seeds);
        long first = only == null ? 1 : only;
        long last = only == null ? many : only;
        for (long seed = first; seed <= last; seed++) {
            try {
                property.holdsFor(new Random(seed * 0x9E3779B97F4A7C15L));
            } catch (Throwable failure) {
                throw new AssertionError("seed " + seed + " (-Drecoup.seed=" + seed + "): " + failure, failure);
            }
        }
    }
}
