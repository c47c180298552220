package io.recoup.dunning.plan;

import static java.util.Comparator.comparing;

import io.recoup.dunning.policy.Creditor.Netting;
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

/** What a debtor's open credit notes and unapplied money would pay. Nobody is reminded of what our books may cover. */
public final class Cover {

    private Cover() {}

    /**
     * The claims that are covered: by {@link Netting#ITEMS}, oldest due date first, each whole or not at all; by
     * {@link Netting#TOTAL}, all of a currency or none.
     */
    static Set<ItemId> of(DebtorAccount account, List<OpenItem> claims, Netting netting) {
        Map<Currency, Money> credit = credit(account);
        if (credit.isEmpty()) {
            return Set.of();
        }
        return netting == Netting.ITEMS ? items(claims, credit) : totals(claims, credit);
    }

    /** Open credit notes and unapplied money per currency. */
    public static Map<Currency, Money> credit(DebtorAccount account) {
        Map<Currency, Money> credit = new HashMap<>();
        account.unapplied().forEach(money -> credit.merge(money.currency(), money, Money::plus));
        for (OpenItem item : account.openItems()) {
            if (item.kind() == ItemKind.CREDIT_NOTE) {
                credit.merge(item.open().currency(), item.open(), Money::plus);
            }
        }
        return credit;
    }

    /**
     * How much of the credit each claim gets, oldest due date first and each up to its open amount: so no two letters
     * deduct the same money. Claims that get nothing are not in the map.
     */
    static Map<ItemId, Money> allotted(DebtorAccount account, List<OpenItem> claims) {
        Map<Currency, Money> credit = credit(account);
        Map<ItemId, Money> allotted = new HashMap<>();
        for (OpenItem claim : oldestFirst(claims)) {
            Money left = credit.get(claim.open().currency());
            if (left != null && left.isPositive()) {
                Money gets = claim.open().exceeds(left) ? left : claim.open();
                allotted.put(claim.id(), gets);
                credit.put(left.currency(), left.minus(gets));
            }
        }
        return allotted;
    }

    private static List<OpenItem> oldestFirst(List<OpenItem> claims) {
        return claims.stream()
                .sorted(comparing(OpenItem::dueOn)
                        .thenComparing(claim -> claim.id().value()))
                .toList();
    }

    private static Set<ItemId> items(List<OpenItem> claims, Map<Currency, Money> credit) {
        Set<ItemId> covered = new HashSet<>();
        for (OpenItem claim : oldestFirst(claims)) {
            Money left = credit.get(claim.open().currency());
            if (left != null && !claim.open().exceeds(left)) {
                covered.add(claim.id());
                credit.put(left.currency(), left.minus(claim.open()));
            }
        }
        return covered;
    }

    private static Set<ItemId> totals(List<OpenItem> claims, Map<Currency, Money> credit) {
        Map<Currency, Money> owed = new HashMap<>();
        claims.forEach(claim -> owed.merge(claim.open().currency(), claim.open(), Money::plus));
        Set<ItemId> covered = new HashSet<>();
        for (OpenItem claim : claims) {
            Money left = credit.get(claim.open().currency());
            if (left != null && !owed.get(left.currency()).exceeds(left)) {
                covered.add(claim.id());
            }
        }
        return covered;
    }
}
