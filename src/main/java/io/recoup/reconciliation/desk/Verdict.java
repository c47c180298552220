package io.recoup.reconciliation.desk;

import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.store.PendingReceipt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on one receipt.
 *
 * @param shipped what the shipped thresholds make of it
 * @param attributed whose money it is by what it names; null when it names nothing or debtors of several
 * @param watch what would change the decision
 */
record Verdict(
        PendingReceipt receipt,
        Match match,
        Match shipped,
        @Nullable Long attributed,
        Set<String> watch) {

    Verdict with(Match other) {
        return new Verdict(receipt, other, shipped, attributed, watch);
    }
}
