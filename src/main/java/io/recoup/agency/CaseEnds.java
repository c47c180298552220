package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.outbox.Outbox;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.InvoiceEntry;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How cases end and begin again, and what that means for their items. Runs in the caller's transaction. */
@Component
class CaseEnds {

    private final Placements placements;
    private final PlacedItems items;
    private final Referrals referrals;
    private final CaseMessages messages;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Outbox outbox;

    CaseEnds(
            Placements placements,
            PlacedItems items,
            Referrals referrals,
            CaseMessages messages,
            Ledger ledger,
            Accounts accounts,
            Outbox outbox) {
        this.placements = placements;
        this.items = items;
        this.referrals = referrals;
        this.messages = messages;
        this.ledger = ledger;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /** The agency accepted it: its referral has come to its end. */
    void placed(Placement placement) {
        referrals.become(placement.referral(), Referral.State.PLACED, null);
    }

    /** The agency closed it, or it is withdrawn before it left. */
    void close(Placement placement, CaseOutcome outcome, Placements.Line line, LocalDate today) {
        placements.move(placement, CaseState.CLOSED, outcome, today, line);
        if (placement.state() == CaseState.PREPARED) {
            referrals.become(placement.referral(), Referral.State.WITHDRAWN, line.note());
        }
        messages.dropRecalls(placement.id(), "the case is closed");
        if (outcome.freesItems()) {
            release(placement, line.source());
        } else {
            warnOfKeptHold(placement, outcome);
        }
        items.letGo(placement.id());
        outbox.record(closed(placement, word(outcome), today));
    }

    /** The agency never took it: its items are ours again. */
    void reject(Placement placement, Placements.Line line, LocalDate today) {
        placements.move(placement, CaseState.REJECTED, null, today, line);
        String why = placement.agency() + " rejected the case: " + (line.note() == null ? line.raw() : line.note());
        if (placement.agencyCaseId() == null) {
            referrals.become(placement.referral(), Referral.State.DECLINED, why);
        }
        placements.raise(placement.id(), why);
        messages.dropAll(placement.id(), "the agency rejected the case");
        release(placement, line.source());
        items.letGo(placement.id());
        outbox.record(closed(placement, "rejected", today));
    }

    /** The agency works on a closed case again; its items are bound to it once more. */
    void reopen(Placement placement, Placements.Line line) {
        List<Placement.Part> parts = items.of(placement.id());
        Set<ItemId> elsewhere =
                referrals.taken(parts.stream().map(Placement.Part::item).toList());
        List<Placement.Part> ours =
                parts.stream().filter(part -> !elsewhere.contains(part.item())).toList();
        if (ours.isEmpty()) {
            placements.raise(
                    placement.id(),
                    placement.agency() + " works on this closed case again, but its items are in another one: recall"
                            + " one of them");
            return;
        }
        Set<Long> holds = accounts.account(placement.debtor()).holds().stream()
                .map(hold -> hold.id())
                .collect(Collectors.toSet());
        for (Placement.Part part : ours) {
            long hold = holds.contains(part.hold()) ? part.hold() : hold(placement, part.item(), line.source());
            items.takeBack(placement.id(), part.item(), hold);
        }
        placements.move(placement, CaseState.ACTIVE, null, null, line);
    }

    long hold(Placement placement, ItemId item, String by) {
        return ledger.hold(
                placement.debtor(),
                item,
                new InvoiceEntry.HoldEntry(
                        "agency", null, "case " + placement.caseNumber() + " at " + placement.agency()),
                by);
    }

    private void release(Placement placement, String by) {
        items.of(placement.id()).stream().filter(Placement.Part::live).forEach(part -> ledger.release(part.hold(), by));
    }

    private void warnOfKeptHold(Placement placement, CaseOutcome outcome) {
        accounts
                .items(items.of(placement.id()).stream()
                        .filter(Placement.Part::live)
                        .map(Placement.Part::item)
                        .toList())
                .stream()
                .map(OpenItem::open)
                .reduce(Money::plus)
                .filter(Money::isPositive)
                .ifPresent(open -> placements.raise(
                        placement.id(),
                        "closed as " + word(outcome) + " with " + open
                                + " still open: no reminder leaves until a person releases the hold"));
    }

    private static CaseFacts.CaseClosed closed(Placement placement, String outcome, LocalDate today) {
        return new CaseFacts.CaseClosed(
                placement.id(), placement.debtor().value(), placement.agency(), placement.caseNumber(), outcome, today);
    }

    private static String word(CaseOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
