package io.recoup.reconciliation.generator;

import java.io.IOException;
import java.util.List;

/** Writes statements in one format. */
interface Statements extends AutoCloseable {

    /** @param movements of one booking day, in the bank's order; days come one after the other */
    void day(List<Movement> movements) throws IOException;

    @Override
    default void close() throws IOException {
        // each day is a file of its own
    }
}
