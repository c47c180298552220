package io.recoup.dunning.plan;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items a debtor's open credit notes and unapplied money would pay in full: oldest due date first, each item
 * whole or not at all. Nobody is reminded of what our own books may already cover.
 */
final class Cover {

    private Cover() {}

    static Set<ItemId> of(DebtorAccount account, List<OpenItem> claims) {
        Map<Currency, Money> credit = new HashMap<>();
        account.unapplied().forEach(money -> credit.merge(money.currency(), money, Money::plus));
        account.openItems().stream()
                .filter(item -> item.kind() == ItemKind.CREDIT_NOTE)
                .forEach(note -> credit.merge(note.open().currency(), note.open(), Money::plus));
        Set<ItemId> covered = new HashSet<>();
        for (OpenItem claim : claims) {
            Money left = credit.get(claim.open().currency());
            if (left != null && !claim.open().exceeds(left)) {
                covered.add(claim.id());
                credit.put(left.currency(), left.minus(claim.open()));
            }
        }
        return covered;
    }
}
