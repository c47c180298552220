package io.recoup.reconciliation.generator;

/**
 * Gives every layer and every thing in it a random stream of its own, derived from one seed.
 *
 * <p>The arithmetic is spelled out here and in {@link Dice} rather than taken from the Java library, so that another
 * Java version gives the same bytes.
 *
 * @param seed any number
 */
record Streams(long seed) {

    static final long GOLDEN = 0x9e3779b97f4a7c15L;

    /** @param key what the stream is for: the same layer and key always give the same stream */
    Dice of(Layer layer, long key) {
        return new Dice(mix(mix(seed + GOLDEN * (layer.ordinal() + 1L)) + key * GOLDEN));
    }

    /** A number that looks like any other; different keys give different numbers. */
    long scrambled(long key) {
        return mix(key ^ mix(seed + GOLDEN));
    }

    /** Bijective: the finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators). */
    static long mix(long z) {
        long once = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
