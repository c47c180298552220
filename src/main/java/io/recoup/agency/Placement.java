package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorId;
import io.recoup.receivables.ItemId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One case at one agency, as it stands.
 *
 * @param caseNumber our reference, which the agency keeps
 * @param idempotencyKey the same over all attempts to submit
 * @param principal what was open when it first left
 * @param stage null until the agency says
 * @param balance null until the agency says
 * @param outcome null unless closed
 * @param outstanding as the agency last said; null until it does
 * @param agencyCaseId null until the agency accepted
 * @param rawStatus the agency's own word for the state
 * @param alert what a person must look at; null = nothing
 * @param request {@code case/1} as first sent; null before
 * @param attempt attempts to submit so far
 * @param lookupFirst an earlier attempt may have arrived
 * @param leased an attempt is out, or went out and was never answered
 * @param reportedAt the agency's time of the newest report applied; null while none was dated
 */
public record Placement(
        long id,
        long referral,
        DebtorId debtor,
        String agency,
        String caseNumber,
        UUID idempotencyKey,
        Money principal,
        CaseState state,
        CaseStage stage,
        CaseBalance balance,
        CaseOutcome outcome,
        Money outstanding,
        String agencyCaseId,
        String rawStatus,
        String alert,
        String request,
        int attempt,
        boolean lookupFirst,
        boolean leased,
        Instant reportedAt,
        LocalDate createdOn,
        LocalDate closedOn) {

    /**
     * @param amount what was open when the case first left
     * @param hold the ledger's hold that keeps reminders away
     * @param toldPosting the ledger's last posting that {@code amount} already contains; 0 before the case left
     * @param live false once the case let go of it
     */
    public record Part(ItemId item, Money amount, long hold, long toldPosting, boolean live) {}
}
