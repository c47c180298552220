package io.recoup.reconciliation;

import io.recoup.receivables.Ledger;
import java.util.List;

/** What a payment pays, or why that is for a person to say. */
public sealed interface MatchDecision {

    /** In words a collector understands. */
    String reason();

    /** @param rule the rule's name, as stored with the posting: {@code reference} or {@code document-number} */
    record Allocate(List<Ledger.Part> parts, String rule, String reason) implements MatchDecision {}

    record Leave(String reason) implements MatchDecision {}
}
