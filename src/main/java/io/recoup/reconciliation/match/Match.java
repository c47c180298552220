package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payment pays by all that is known, how sure that is and why.
 *
 * @param stratum what kind of evidence it stands on; null when nothing was found
 * @param score log-odds that it is right, in thousandths of a nat
 * @param residual what of the payment stays unapplied
 * @param why the evidence
 * @param against why it is not booked unasked; null when it is
 * @param runnerUp the next best reading
 */
public record Match(
        MatchPayment payment,
        Decision decision,
        @Nullable Stratum stratum,
        int score,
        List<Part> parts,
        Money residual,
        List<Reason> why,
        @Nullable Reason against,
        @Nullable RunnerUp runnerUp) {

    public enum Decision {
        /** Booked unasked. */
        AUTO,
        /** Proposed to a person. */
        REVIEW,
        /** Nothing of ours seems meant. */
        NONE
    }

    public enum Kind {
        FULL,
        PARTIAL,
        /** Settled in full, an early-payment discount making up for the rest. */
        DISCOUNT,
        /** Settled in full but for bank charges or rounding within the tolerance. */
        TOLERANCE,
        /** A credit note used up against the others; its amount is negative. */
        CREDIT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * @param amount what of the payment goes there, in minor units; negative for a credit note
     * @param forgiven what of the item is settled without money: discount, charges or rounding, in minor units
     */
    public record Part(MatchItem item, long amount, long forgiven, Kind kind) {}

    /** @param lost why it is not the best */
    public record RunnerUp(List<MatchItem> items, int score, Reason lost) {}

    public Match {
        parts = List.copyOf(parts);
        why = List.copyOf(why);
    }

    /** The chance that it is right, between 0 and 1, as the model states it. */
    public double confidence() {
        return decision == Decision.NONE && parts.isEmpty() ? 0 : 1 / (1 + Math.exp(-score / 1000.0));
    }
}
