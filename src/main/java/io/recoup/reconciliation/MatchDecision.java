package io.recoup.reconciliation;

import io.recoup.receivables.DebtorId;
import io.recoup.receivables.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a payment pays, or why that is for a person to say. */
public sealed interface MatchDecision {

    /** In words a collector understands. */
    String reason();

    /** @param rule the rule's name, as stored with the posting: {@code reference} or {@code document-number} */
    record Allocate(List<Ledger.Part> parts, String rule, String reason) implements MatchDecision {}

    /**
     * @param debtor to whom the money belongs by all that is known, so that nobody is reminded of what it may cover;
     *     null when unknown
     */
    record Leave(String reason, @Nullable DebtorId debtor) implements MatchDecision {

        public Leave(String reason) {
            this(reason, null);
        }
    }
}
