package io.recoup.agency;

import io.recoup.money.Money;
import io.recoup.receivables.Accounts;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The last look at the ledger before a case leaves. Runs in the caller's transaction. */
@Component
class HandOver {

    private final Placements placements;
    private final PlacedItems items;
    private final Submissions submissions;
    private final CaseNotices notices;
    private final Ledger ledger;
    private final Accounts accounts;

    HandOver(
            Placements placements,
            PlacedItems items,
            Submissions submissions,
            CaseNotices notices,
            Ledger ledger,
            Accounts accounts) {
        this.placements = placements;
        this.items = items;
        this.submissions = submissions;
        this.notices = notices;
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /**
     * Fixes what every attempt will send, and makes the case submitting.
     *
     * @return {@code case/1}; empty when the case does not leave, because all is paid or an item is disputed
     */
    Optional<String> freeze(Placement placement, LocalDate today) {
        ledger.lock(placement.debtor());
        if (notices.withdrawIfPaid(placement, today)) {
            return Optional.empty();
        }
        DebtorAccount account = accounts.account(placement.debtor());
        List<Placement.Part> parts = items.of(placement.id());
        List<ItemId> ids = parts.stream().map(Placement.Part::item).toList();
        if (isDisputed(account, ids, today)) {
            submissions.again(placement.id(), null, false, null);
            placements.raise(
                    placement.id(),
                    "an item is disputed since approval: release the hold and retry, or recall the case");
            return Optional.empty();
        }
        List<OpenItem> open = account.openItems().stream()
                .filter(item -> ids.contains(item.id()))
                .toList();
        letGoOfPaid(placement, parts, open);
        Money principal = open.stream().map(OpenItem::open).reduce(Money::plus).orElseThrow();
        String request = CaseBody.of(placement, principal, account, open);
        Map<ItemId, Long> newest = accounts.newestPostings(ids);
        submissions.freeze(
                placement.id(),
                principal,
                request,
                open.stream()
                        .map(item -> new Placement.Part(item.id(), item.open(), 0, newest.get(item.id()), true))
                        .toList());
        placements.move(
                placement,
                CaseState.SUBMITTING,
                null,
                null,
                new Placements.Line("agency", null, principal + " handed over"));
        return Optional.of(request);
    }

    private static boolean isDisputed(DebtorAccount account, List<ItemId> items, LocalDate today) {
        return account.holds().stream()
                .filter(hold -> hold.kind().equals("dispute") && hold.coversOn(today))
                .anyMatch(hold -> hold.item() == null || items.contains(hold.item()));
    }

    private void letGoOfPaid(Placement placement, List<Placement.Part> parts, List<OpenItem> open) {
        parts.stream()
                .filter(part -> open.stream().noneMatch(item -> item.id().equals(part.item())))
                .forEach(part -> {
                    ledger.release(part.hold(), "agency");
                    items.letGo(placement.id(), part.item());
                });
    }
}
