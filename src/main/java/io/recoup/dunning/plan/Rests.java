package io.recoup.dunning.plan;

import io.recoup.dunning.plan.DunningDecision.Rest;
import io.recoup.dunning.policy.Creditor;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorAccount.Hold;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The items about which nothing may be asked of a debtor on a day, whatever the procedure says. */
public final class Rests {

    private static final Rest CREDIT_NOTE = new Rest(Reason.of("rest.credit-note"), null);
    private static final Rest SETTLED = new Rest(Reason.of("rest.settled"), null);
    static final Rest COVERED = new Rest(Reason.of("rest.covered"), null);
    private static final Rest CHARGE = new Rest(Reason.of("rest.charge"), null);

    private Rests() {}

    /** The reason for each of them; an item that is not in the map may be asked for. */
    public static Map<ItemId, DunningDecision> of(DebtorAccount account, Creditor creditor, LocalDate today) {
        Map<ItemId, DunningDecision> rests = new HashMap<>();
        List<OpenItem> claims = new ArrayList<>(account.openItems().size());
        for (OpenItem item : account.openItems()) {
            Rest rest = rest(account, item, creditor, today);
            if (rest == null) {
                claims.add(item);
            } else {
                rests.put(item.id(), rest);
            }
        }
        for (ItemId covered : Cover.of(account, claims, creditor.netting())) {
            rests.put(covered, COVERED);
        }
        return rests;
    }

    private static Rest rest(DebtorAccount account, OpenItem item, Creditor creditor, LocalDate today) {
        if (item.kind() == ItemKind.CREDIT_NOTE) {
            return CREDIT_NOTE;
        }
        if (item.isSettled()) {
            return SETTLED;
        }
        if (item.isOwnCharge()) {
            return CHARGE;
        }
        if (!account.holds().isEmpty()) {
            Hold hold = holdOn(account, item, today);
            if (hold != null) {
                return held(hold);
            }
        }
        LocalDate past = creditor.start().past();
        if (past != null && item.dueOn().isBefore(past)) {
            return new Rest(Reason.of("rest.before-start", past), null);
        }
        Money tolerated = creditor.tolerance().get(item.open().currencyCode());
        return tolerated == null || item.open().exceeds(tolerated)
                ? null
                : new Rest(Reason.of("rest.tolerance", item.open(), tolerated), null);
    }

    /** The one that lasts longest. */
    private static Hold holdOn(DebtorAccount account, OpenItem item, LocalDate today) {
        Hold longest = null;
        for (Hold hold : account.holds()) {
            boolean concerns = hold.item() == null || hold.item().equals(item.id());
            if (concerns
                    && hold.coversOn(today)
                    && (longest == null || end(hold).isAfter(end(longest)))) {
                longest = hold;
            }
        }
        return longest;
    }

    private static LocalDate end(Hold hold) {
        return hold.until() == null ? LocalDate.MAX : hold.until();
    }

    /** Why nothing is asked while that hold lasts. */
    public static Reason reason(Hold hold) {
        return held(hold).reason();
    }

    private static Rest held(Hold hold) {
        String why = hold.reason() == null || hold.reason().isBlank() ? "" : ": " + hold.reason();
        return hold.until() == null
                ? new Rest(Reason.of("rest.held." + hold.kind(), why), null)
                : new Rest(
                        Reason.of("rest.held-until." + hold.kind(), hold.until(), why),
                        hold.until().plusDays(1));
    }
}
