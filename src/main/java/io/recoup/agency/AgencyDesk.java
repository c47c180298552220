package io.recoup.agency;

import io.recoup.agency.RefusedCommand.Why;
import io.recoup.refusal.Refused.Word;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What collectors decide about referrals and cases. */
@Service
public class AgencyDesk {

    private final ReferralDesk referralDesk;
    private final CaseEnds ends;
    private final CaseDesk cases;
    private final Referrals referrals;
    private final Placements placements;
    private final Submissions submissions;
    private final CaseMessages messages;
    private final AgencySettings settings;
    private final TransactionOperations transaction;

    AgencyDesk(
            ReferralDesk referralDesk,
            CaseEnds ends,
            CaseDesk cases,
            Referrals referrals,
            Placements placements,
            Submissions submissions,
            CaseMessages messages,
            AgencySettings settings,
            TransactionOperations transaction) {
        this.referralDesk = referralDesk;
        this.ends = ends;
        this.cases = cases;
        this.referrals = referrals;
        this.placements = placements;
        this.submissions = submissions;
        this.messages = messages;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * A person hands the items over: the case is prepared and its items are held, in one transaction.
     *
     * @throws RefusedCommand if it was decided already, an item is held, or no agency is set
     */
    public void approve(long referral, String by, LocalDate today) {
        if (settings.agency() == null) {
            throw new RefusedCommand(Why.NO_AGENCY);
        }
        transaction.executeWithoutResult(open -> referralDesk.approve(undecided(referral), by, null, today));
    }

    /** @throws RefusedCommand if it was decided already */
    public void decline(long referral, String by, String reason) {
        transaction.executeWithoutResult(open -> {
            undecided(referral);
            referrals.decide(referral, Referral.State.DECLINED, by, null, reason);
        });
    }

    /**
     * Asks for a case back. One that has not left is withdrawn at once; one that is on its way is recalled as soon as
     * the agency's answer is known.
     *
     * @throws RefusedCommand if it ended or is recalled already
     */
    public void recall(long id, String by, String reason, LocalDate today) {
        transaction.executeWithoutResult(open -> {
            Placement placement = existing(id);
            Placements.Line line = new Placements.Line(by, null, "recall: " + reason);
            switch (placement.state()) {
                case PREPARED -> ends.close(placement, CaseOutcome.RECALLED, line, today);
                case REJECTED, CLOSED, RECALL_REQUESTED ->
                    throw new RefusedCommand(Why.NOTHING_TO_RECALL, placement.caseNumber(), stateOf(placement));
                case SUBMITTING -> {
                    messages.tellRecall(id, placement.caseNumber() + ":recall", today, reason);
                    placements.note(placement, line);
                }
                case SUBMITTED, UNDER_REVIEW, ACTIVE, PAUSED, ACTION_REQUIRED -> {
                    // a case that was closed and reopened may be recalled a second time
                    String key = placement.caseNumber() + ":recall:" + today;
                    messages.tellRecall(id, key, today, reason);
                    placements.move(placement, CaseState.RECALL_REQUESTED, null, null, line);
                }
            }
        });
    }

    /**
     * Lets go out again what waits for a person: a submission or a message of which nobody knows whether it arrived. The
     * keys stay the same.
     */
    public void retry(long id, String by) {
        transaction.executeWithoutResult(open -> {
            Placement placement = existing(id);
            boolean waits = (placement.state() == CaseState.PREPARED || placement.state() == CaseState.SUBMITTING)
                    && !placement.leased();
            int waiting = messages.retryUnknown(id);
            if (!waits && waiting == 0) {
                throw new RefusedCommand(Why.NOTHING_WAITS, placement.caseNumber(), stateOf(placement));
            }
            if (waits) {
                submissions.again(id, Duration.ZERO, placement.lookupFirst(), null);
            }
            placements.clearAlert(id);
            placements.note(placement, new Placements.Line(by, null, "to be sent again"));
        });
    }

    /** A person learnt from the agency that it has the case, under that number. */
    public void confirm(long id, String agencyCaseId, String by, LocalDate today) {
        transaction.executeWithoutResult(open -> {
            Placement placement = existing(id);
            if (placement.state() != CaseState.SUBMITTING) {
                throw new RefusedCommand(Why.NOT_SUBMITTING, placement.caseNumber(), stateOf(placement));
            }
            cases.accept(placement, agencyCaseId, new Placements.Line(by, null, "confirmed by the agency"), today);
        });
    }

    /** A person has looked at what the case warned of. */
    public void dismissAlert(long id, String by) {
        transaction.executeWithoutResult(open -> {
            Placement placement = existing(id);
            if (placement.alert() != null) {
                placements.note(placement, new Placements.Line(by, null, "seen: " + placement.alert()));
                placements.clearAlert(id);
            }
        });
    }

    private static Word stateOf(Placement placement) {
        return Word.of("case.state.", placement.state().word());
    }

    private Placement existing(long id) {
        return placements.lock(id).orElseThrow(() -> new RefusedCommand(Why.NO_CASE));
    }

    private Referral undecided(long id) {
        Referral referral = referrals.lock(id).orElseThrow(() -> new RefusedCommand(Why.NO_REFERRAL));
        if (referral.state() != Referral.State.PROPOSED) {
            throw new RefusedCommand(
                    Why.DECIDED, Word.of("refused.referral.", referral.state().word()));
        }
        return referral;
    }
}
