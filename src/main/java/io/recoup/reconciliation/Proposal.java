package io.recoup.reconciliation;

import io.recoup.money.Money;
import io.recoup.receivables.OpenItem;
import io.recoup.receivables.ReceiptId;
import io.recoup.reconciliation.match.Reason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt with what was decided on it.
 *
 * @param left what of it is not allocated
 * @param waits why it waits, as it was told when it was left; null when nothing waits
 * @param best the decision; null while nobody looked at it
 */
public record Proposal(
        ReceiptId receipt,
        String means,
        LocalDate receivedOn,
        Money amount,
        Money left,
        @Nullable String payer,
        @Nullable String account,
        @Nullable String reference,
        @Nullable String remittance,
        @Nullable String waits,
        @Nullable Best best) {

    /**
     * The reading that stands best.
     *
     * @param decision id of the stored decision
     * @param outcome auto, review or none
     * @param stratum kind of evidence; null when nothing was found
     * @param score log-odds that it is right, in thousandths of a nat
     * @param residual what would stay unapplied
     * @param against why it is not booked unasked; null when it is
     */
    public record Best(
            long decision,
            LocalDate day,
            String outcome,
            @Nullable String stratum,
            int score,
            List<Part> parts,
            Money residual,
            List<Reason> why,
            @Nullable Reason against,
            @Nullable RunnerUp runnerUp) {

        /** The chance that it is right, between 0 and 1, as the engine states it. */
        public double confidence() {
            return parts.isEmpty() ? 0 : 1 / (1 + Math.exp(-score / 1000.0));
        }
    }

    /**
     * @param debtor the debtor's name
     * @param amount what of the payment goes there; below zero for a credit note
     * @param forgiven what is settled without money
     * @param kind full, partial, discount, tolerance or credit
     */
    public record Part(OpenItem item, String debtor, Money amount, Money forgiven, String kind) {}

    /** @param lost why it is not the best */
    public record RunnerUp(List<OpenItem> items, int score, Reason lost) {}
}
