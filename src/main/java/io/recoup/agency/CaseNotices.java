package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.Facts;
import io.recoup.receivables.ItemId;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What a change in the ledger means for a case, and what its agency must hear. Runs in the caller's transaction. */
@Component
class CaseNotices {

    private final Placements placements;
    private final PlacedItems items;
    private final ReportedPayments reported;
    private final CaseMessages messages;
    private final CaseEnds ends;
    private final Accounts accounts;

    CaseNotices(
            Placements placements,
            PlacedItems items,
            ReportedPayments reported,
            CaseMessages messages,
            CaseEnds ends,
            Accounts accounts) {
        this.placements = placements;
        this.items = items;
        this.reported = reported;
        this.messages = messages;
        this.ends = ends;
        this.accounts = accounts;
    }

    void paid(long placementId, Facts.ItemPaid paid, LocalDate today) {
        Placement placement = placements.lock(placementId).orElseThrow();
        Placement.Part part = part(placement, paid.item());
        if (!part.live()) {
            return;
        }
        if (placement.state() == CaseState.PREPARED) {
            withdrawIfPaid(placement, today);
        } else if (paid.posting() > part.toldPosting() && !isAgencys(paid.posting())) {
            Money amount = Money.of(paid.amountMinor(), paid.currency());
            messages.tellPayment(placementId, key(placement, paid.posting()), amount, paid.on(), false, paid.how());
            placements.note(
                    placement,
                    line(amount + " of document " + paid.number() + " was settled with us on " + paid.on()
                            + (owes(placement) ? "" : "; nothing is open any more, the agency is to close the case")));
        }
    }

    void reopened(long placementId, Facts.ItemReopened reopened) {
        Placement placement = placements.lock(placementId).orElseThrow();
        Placement.Part part = part(placement, reopened.item());
        Money amount = Money.of(reopened.amountMinor(), reopened.currency());
        if (placement.state() == CaseState.CLOSED) {
            placements.raise(
                    placementId,
                    "document " + reopened.number() + " owes " + amount
                            + " again after the case was closed: refer it again or ask the agency to go on");
        } else if (part.live()
                && placement.state() != CaseState.PREPARED
                && reopened.posting() > part.toldPosting()
                && !isAgencys(reopened.posting())) {
            messages.tellPayment(
                    placementId, key(placement, reopened.posting()), amount, reopened.on(), true, "reversed");
            placements.note(placement, line(amount + " of document " + reopened.number() + " is owed again"));
        }
    }

    /** Never submitted: our own matching was quicker. @return whether it was withdrawn */
    boolean withdrawIfPaid(Placement placement, LocalDate today) {
        if (owes(placement)) {
            return false;
        }
        ends.close(
                placement, CaseOutcome.PAID_BEFORE_HANDOVER, line("everything was paid before the hand-over"), today);
        return true;
    }

    private boolean owes(Placement placement) {
        return accounts
                .items(items.of(placement.id()).stream()
                        .filter(Placement.Part::live)
                        .map(Placement.Part::item)
                        .toList())
                .stream()
                .anyMatch(item -> !item.isSettled());
    }

    /** The agency told us of it, so it need not be told. */
    private boolean isAgencys(long posting) {
        return accounts.receiptOf(posting).map(reported::isFromAgency).orElse(false);
    }

    private Placement.Part part(Placement placement, long item) {
        return items.of(placement.id()).stream()
                .filter(part -> part.item().equals(new ItemId(item)))
                .findFirst()
                .orElseThrow();
    }

    private static String key(Placement placement, long posting) {
        return placement.caseNumber() + ":posting:" + posting;
    }

    private static Placements.Line line(String note) {
        return new Placements.Line("ledger", null, note);
    }
}
