package io.recoup.reconciliation.backtest;

import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Match.Decision;

/**
 * A match beside the truth.
 *
 * @param strict whether it says the same to the item
 * @param equal whether it says the same once equal items count as one
 */
public record Judgement(Match match, Truth truth, boolean strict, boolean equal) {

    boolean isAutomatic() {
        return match.decision() == Decision.AUTO;
    }

    boolean isProposed() {
        return match.decision() != Decision.NONE;
    }

    boolean isLeftAlone() {
        return !isProposed();
    }
}
