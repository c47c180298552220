package io.recoup.testing;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property under many seeds; a failure names the seed that replays it. */
public final class Seeds {

    private Seeds() {}

    /** {@code -Dseed=N} runs that one only; {@code -Dseeds=N} says how many. */
    public static void run(int seeds, Consumer<Random> property) {
        Long only = Long.getLong("seed");
        long first = only == null ? 1 : only;
        long last = only == null ? Integer.getInteger("seeds", seeds) : only;
        for (long seed = first; seed <= last; seed++) {
            try {
                property.accept(new Random(seed * 0x9E3779B97F4A7C15L));
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("fails with -Dseed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
