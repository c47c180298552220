package io.recoup.reconciliation.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payer wrote.
 *
 * @param text for people; may be empty
 * @param reference in the field for structured references
 * @param named documents that a clerk can read from it
 * @param debtorNamed whether it tells whose debt is meant: our customer number, or a name
 * @param code the layer that made it
 */
record Words(String text, @Nullable String reference, List<Item> named, boolean debtorNamed, String code) {

    /** Payers have 140 characters. */
    static final int ROOM = 140;

    Words {
        text = text.length() > ROOM ? text.substring(0, ROOM) : text;
        named = List.copyOf(named);
    }
}
