package io.recoup.agency;

import io.recoup.outbox.Outbox;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Enters what agencies tell: asked for by a poll, or pushed by a file or a call through the door case-reports. */
@Service
public class CaseDesk {

    private final Placements placements;
    private final Submissions submissions;
    private final CaseMessages messages;
    private final CaseEnds ends;
    private final CasePayments payments;
    private final Outbox outbox;
    private final AgencySettings settings;
    private final TransactionOperations transaction;

    CaseDesk(
            Placements placements,
            Submissions submissions,
            CaseMessages messages,
            CaseEnds ends,
            CasePayments payments,
            Outbox outbox,
            AgencySettings settings,
            TransactionOperations transaction) {
        this.placements = placements;
        this.submissions = submissions;
        this.messages = messages;
        this.ends = ends;
        this.payments = payments;
        this.outbox = outbox;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Enters one report or payment; the same one again changes nothing.
     *
     * @throws RefusedNews if we have no such case, or it contradicts what the case is
     */
    public void record(CaseNews news, LocalDate today) {
        transaction.executeWithoutResult(open -> {
            Placement placement = placementOf(news, today);
            if (news instanceof CasePayment payment) {
                payments.enter(placement, payment, today);
            } else if (news instanceof CaseReport report) {
                enter(placement, report, today);
            }
        });
    }

    /** The agency took the case: it is submitted, and recalled at once if that was asked meanwhile. */
    Placement accept(Placement placement, String agencyCaseId, Placements.Line line, LocalDate today) {
        submissions.accepted(placement.id(), agencyCaseId, settings.pollEvery());
        placements.move(placement, CaseState.SUBMITTED, null, null, line);
        outbox.record(new CaseFacts.CaseOpened(
                placement.id(),
                placement.debtor().value(),
                placement.agency(),
                placement.caseNumber(),
                agencyCaseId,
                placement.principal().minor(),
                placement.principal().currencyCode(),
                today));
        ends.placed(placement);
        Placement submitted = placements.lock(placement.id()).orElseThrow();
        if (!messages.isRecallWaiting(placement.id())) {
            return submitted;
        }
        placements.move(
                submitted,
                CaseState.RECALL_REQUESTED,
                null,
                null,
                new Placements.Line(line.source(), null, "recalled while it was on its way"));
        return placements.lock(placement.id()).orElseThrow();
    }

    private Placement placementOf(CaseNews news, LocalDate today) {
        Placement placement = placements
                .lock(news.agency(), news.caseNumber(), news.agencyCaseId())
                .orElseThrow(() -> new RefusedNews(news.agency() + " tells of case "
                        + (news.caseNumber() == null ? news.agencyCaseId() : news.caseNumber())
                        + ", which we never placed there; check the agency's name and the number"));
        String theirs = news.agencyCaseId();
        if (placement.agencyCaseId() != null) {
            if (theirs != null && !theirs.equals(placement.agencyCaseId())) {
                throw new RefusedNews("case " + placement.caseNumber() + " is " + placement.agencyCaseId() + " at "
                        + placement.agency() + ", not " + theirs + "; ask the agency whether it opened two");
            }
            return placement;
        }
        if (placement.state() == CaseState.SUBMITTING && theirs != null) {
            // the news overtook the answer to our submission
            return accept(placement, theirs, new Placements.Line(news.agency(), null, "its report came first"), today);
        }
        throw new RefusedNews("case " + placement.caseNumber() + " is "
                + placement.state().word() + ": the agency has not accepted it yet; give agencyCaseId, or wait");
    }

    void enter(Placement placement, CaseReport report, LocalDate today) {
        if (report.reportedAt() != null
                && placement.reportedAt() != null
                && report.reportedAt().isBefore(placement.reportedAt())) {
            return;
        }
        boolean foreign = report.outstanding() != null
                && !report.outstanding().currency().equals(placement.principal().currency());
        placements.keep(
                placement.id(),
                report.stage(),
                report.balance(),
                foreign ? null : report.outstanding(),
                report.raw(),
                report.reportedAt());
        Placements.Line line = new Placements.Line(report.agency(), report.raw(), report.note());
        CaseState to = report.state();
        if (to == null) {
            warn(placement, line, "the agency says '" + report.raw() + "', which our map does not know");
        } else if (to == placement.state()) {
            sameState(placement, report, line);
        } else if (placement.state() == CaseState.RECALL_REQUESTED && to.isWithAgency()) {
            return; // it has not come to our recall yet
        } else if (!placement.state().canBeFoundIn(to)) {
            warn(
                    placement,
                    line,
                    "the agency says " + to.word() + ", which does not follow "
                            + placement.state().word());
        } else {
            move(placement, report, line, today);
        }
        if (foreign) {
            warn(placement, line, "the agency counts in " + report.outstanding().currencyCode());
        }
    }

    private void move(Placement placement, CaseReport report, Placements.Line line, LocalDate today) {
        if (report.state() == CaseState.CLOSED) {
            ends.close(placement, report.outcome() == null ? CaseOutcome.OTHER : report.outcome(), line, today);
            if (report.outcome() == null) {
                placements.raise(placement.id(), "closed without an outcome that we know: " + report.raw());
            }
        } else if (report.state() == CaseState.REJECTED) {
            ends.reject(placement, line, today);
        } else if (placement.state() == CaseState.CLOSED) {
            ends.reopen(placement, line);
        } else {
            placements.move(placement, report.state(), null, null, line);
        }
    }

    private void sameState(Placement placement, CaseReport report, Placements.Line line) {
        if (report.outcome() != null && placement.outcome() != null && report.outcome() != placement.outcome()) {
            warn(
                    placement,
                    line,
                    "the agency now gives the outcome "
                            + report.outcome().name().toLowerCase(Locale.ROOT));
        } else if (!Objects.equals(report.raw(), placement.rawStatus()) && report.raw() != null) {
            placements.note(placement, line);
        }
    }

    /** Nothing is guessed: the case stays as it is, and a person is told, once. */
    private void warn(Placement placement, Placements.Line line, String what) {
        String alert = what + "; the case stays " + placement.state().word();
        if (!alert.equals(placement.alert())) {
            placements.raise(placement.id(), alert);
            placements.note(placement, line);
        }
    }
}
