package io.recoup.dunning.plan;

import static java.util.Comparator.comparing;

import io.recoup.dunning.plan.DunningDecision.Rest;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorAccount.Hold;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The items about which nothing may be asked of a debtor on a day, whatever the procedure says. */
public final class Rests {

    private Rests() {}

    /** The reason for each of them; an item that is not in the map may be asked for. */
    public static Map<ItemId, DunningDecision> of(DebtorAccount account, LocalDate today) {
        Map<ItemId, DunningDecision> rests = new LinkedHashMap<>();
        List<OpenItem> claims = new ArrayList<>();
        for (OpenItem item : account.openItems()) {
            Optional<Hold> hold = holdOn(account, item, today);
            if (item.kind() == ItemKind.CREDIT_NOTE) {
                rests.put(item.id(), new Rest("credit note: counts against what is owed", null));
            } else if (item.isSettled()) {
                rests.put(item.id(), new Rest("settled", null));
            } else if (hold.isPresent()) {
                rests.put(item.id(), held(hold.get()));
            } else {
                claims.add(item);
            }
        }
        claims.sort(comparing(OpenItem::dueOn).thenComparing(claim -> claim.id().value()));
        for (ItemId covered : Cover.of(account, claims)) {
            rests.put(covered, new Rest("covered by credit notes or unapplied money of the debtor", null));
        }
        return rests;
    }

    private static Optional<Hold> holdOn(DebtorAccount account, OpenItem item, LocalDate today) {
        return account.holds().stream()
                .filter(hold -> hold.item() == null || hold.item().equals(item.id()))
                .filter(hold -> hold.coversOn(today))
                .max(comparing(hold -> hold.until() == null ? LocalDate.MAX : hold.until()));
    }

    private static Rest held(Hold hold) {
        String until = hold.until() == null ? "until released" : "through " + hold.until();
        String why = hold.reason() == null || hold.reason().isBlank() ? "" : ": " + hold.reason();
        return new Rest(
                "held (" + hold.kind().replace('_', ' ') + ") " + until + why,
                hold.until() == null ? null : hold.until().plusDays(1));
    }
}
