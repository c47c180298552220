package io.recoup.reconciliation.generator;

import org.jspecify.annotations.Nullable;

/** Some open items of the units made last, for those who by chance or mistake name or pay what is another's. */
final class Recent {

    private static final int KEPT = 1024;

    private final Item[] ring = new Item[KEPT];
    private int added;

    void add(Item item) {
        ring[added++ % KEPT] = item;
    }

    /** Null as long as there is none. */
    @Nullable
    Item drawn(Dice dice) {
        int filled = Math.min(added, KEPT);
        return filled == 0 ? null : ring[dice.below(filled)];
    }
}
