package io.recoup.reconciliation.generator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment on its way to us.
 *
 * @param minor in minor units of the company's currency; above zero
 */
record Arrival(
        LocalDate on,
        long minor,
        String name,
        @Nullable String account,
        @Nullable String bic,
        @Nullable String reference,
        String text) {

    Arrival saying(String words) {
        return new Arrival(on, minor, name, account, bic, reference, words);
    }

    Arrival referring(String structured) {
        return new Arrival(on, minor, name, account, bic, structured, text);
    }
}
