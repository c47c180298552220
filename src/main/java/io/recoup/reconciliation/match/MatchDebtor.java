package io.recoup.reconciliation.match;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may pay.
 *
 * @param key the caller's key, which is also the customer number a payer may write
 * @param names the name on invoices first, then others it was seen with
 * @param ibans accounts it pays from
 * @param group key of the group of companies whose members may pay for each other
 */
public record MatchDebtor(
        String key,
        List<String> names,
        List<String> ibans,
        @Nullable String group,
        @Nullable String taxId) {

    public MatchDebtor {
        names = List.copyOf(names);
        ibans = List.copyOf(ibans);
    }

    public String name() {
        return names.isEmpty() ? key : names.get(0);
    }
}
