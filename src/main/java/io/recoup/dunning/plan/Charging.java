package io.recoup.dunning.plan;

import io.recoup.dunning.pack.Interest;
import io.recoup.dunning.pack.NoRate;
import io.recoup.dunning.pack.Sourced;
import io.recoup.dunning.policy.Charges;
import io.recoup.dunning.policy.Creditor.Netting;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a letter asks for beside its items: fees, interest, and what earlier letters charged. */
final class Charging {

    private final Policy policy;

    Charging(Policy policy) {
        this.policy = policy;
    }

    List<Claim> of(Situation situation, Level level, List<OpenItem> items, Restrictions limits, LocalDate today) {
        Map<String, List<OpenItem>> byCurrency = new TreeMap<>();
        for (OpenItem item : items) {
            byCurrency
                    .computeIfAbsent(item.open().currencyCode(), code -> new ArrayList<>())
                    .add(item);
        }
        Set<ItemId> charged = new HashSet<>();
        Map<ItemId, LocalDate> interestUntil = new HashMap<>();
        for (DunningHistory.Step step : situation.history().steps()) {
            if (step.fixedSum()) {
                charged.add(step.item());
            }
            if (step.interest()) {
                interestUntil.merge(step.item(), step.sentOn(), Ladder::later);
            }
        }
        Map<ItemId, Money> credit = credit(situation.account(), today);
        List<Claim> claims = new ArrayList<>();
        byCurrency
                .values()
                .forEach(same -> claims.add(
                        claim(situation, level.charges(), same, credit, limits, charged, interestUntil, today)));
        return claims;
    }

    private Claim claim(
            Situation situation,
            Charges charges,
            List<OpenItem> items,
            Map<ItemId, Money> credit,
            Restrictions limits,
            Set<ItemId> charged,
            Map<ItemId, LocalDate> interestUntil,
            LocalDate today) {
        Currency currency = items.get(0).open().currency();
        Money total = sum(items, currency);
        boolean mayCharge = mayChargeFees(situation, items, limits, today);
        List<ItemId> fixedSums = new ArrayList<>();
        Money fee = mayCharge ? fee(charges, total, limits) : Money.zero(currency);
        if (mayCharge && charges.fixedSumByPack()) {
            for (OpenItem item : items) {
                Money sum = charged.contains(item.id()) || item.daysPastDue(today) <= 0
                        ? null
                        : limits.limits()
                                .fixedSum(item.original())
                                .map(Sourced::value)
                                .orElse(null);
                if (sum != null) {
                    fee = fee.plus(sum);
                    fixedSums.add(item.id());
                }
            }
        }
        Accrued accrued = interest(charges, items, limits, interestUntil, today);
        return new Claim(
                total,
                fee,
                accrued.interest(),
                ownCharges(situation.account(), ItemKind.FEE, currency),
                ownCharges(situation.account(), ItemKind.INTEREST, currency),
                items.stream()
                        .map(item -> credit.get(item.id()))
                        .filter(Objects::nonNull)
                        .reduce(Money.zero(currency), Money::plus),
                fixedSums,
                accrued.noRate());
    }

    /** So many free letters first, and no fee before the law's day. */
    private static boolean mayChargeFees(
            Situation situation, List<OpenItem> items, Restrictions limits, LocalDate today) {
        long oldest =
                items.stream().mapToLong(item -> item.daysPastDue(today)).max().orElse(0);
        Set<ItemId> ids = new HashSet<>();
        items.forEach(item -> ids.add(item.id()));
        long lettersAbout = situation.history().steps().stream()
                .filter(step -> ids.contains(step.item()) && isOverdueLetter(step, items))
                .map(DunningHistory.Step::sentOn)
                .distinct()
                .count();
        return oldest > limits.feeAfterDays() && lettersAbout >= limits.freeNotices();
    }

    private static boolean isOverdueLetter(DunningHistory.Step step, List<OpenItem> items) {
        return items.stream()
                .anyMatch(item -> item.id().equals(step.item()) && step.sentOn().isAfter(item.dueOn()));
    }

    private static Money fee(Charges charges, Money total, Restrictions limits) {
        Money fee = charges.fee().getOrDefault(total.currencyCode(), Money.zero(total.currency()));
        if (charges.feePercent() != null) {
            fee = fee.plus(percent(total, charges.feePercent()));
        }
        Money most = limits.limits().feeCap(total).map(Sourced::value).orElse(null);
        if (charges.feeByPack() && most != null) {
            fee = fee.plus(most);
        }
        return most != null && fee.exceeds(most) ? most : fee;
    }

    /** @param noRate why it could not be worked out; null = it was */
    private record Accrued(Money interest, String noRate) {}

    /** Of all items, or of none: an unknown rate is looked up before anybody is asked for anything. */
    private Accrued interest(
            Charges charges,
            List<OpenItem> items,
            Restrictions limits,
            Map<ItemId, LocalDate> interestUntil,
            LocalDate today) {
        Money nothing = Money.zero(items.get(0).open().currency());
        Money interest = nothing;
        if (charges.hasInterest()) {
            for (OpenItem item : items) {
                LocalDate from = Ladder.later(item.dueOn(), interestUntil.getOrDefault(item.id(), item.dueOn()));
                try {
                    interest = from.isBefore(today)
                            ? interest.plus(interest(charges, item, limits, from, today))
                            : interest;
                } catch (NoRate unknown) {
                    return new Accrued(nothing, unknown.getMessage());
                }
            }
        }
        return new Accrued(interest, null);
    }

    /** The level's own rate, but never more than the law allows. */
    private Money interest(Charges charges, OpenItem item, Restrictions limits, LocalDate from, LocalDate today) {
        Optional<Money> lawful = limits.limits()
                .interest(item.open(), from, today, policy.packs().rates())
                .map(Sourced::value);
        if (charges.interestByPack()) {
            return lawful.orElse(Money.zero(item.open().currency()));
        }
        Money own = Interest.on(item.open(), charges.yearlyPercent().movePointLeft(2), from, today);
        return lawful.filter(own::exceeds).orElse(own);
    }

    private static Money ownCharges(DebtorAccount account, ItemKind kind, Currency currency) {
        Money sum = Money.zero(currency);
        for (OpenItem item : account.openItems()) {
            if (item.isOwnCharge()
                    && item.kind() == kind
                    && item.open().currency().equals(currency)) {
                sum = sum.plus(item.open());
            }
        }
        return sum;
    }

    /**
     * Those of a letter's items that still ask for something once credit is deducted: under {@link Netting#TOTAL} a
     * credit below the whole debt may be worth all of one letter.
     */
    List<OpenItem> beyondCredit(DebtorAccount account, List<OpenItem> items, LocalDate today) {
        Map<ItemId, Money> credit = credit(account, today);
        if (credit.isEmpty()) {
            return items;
        }
        Map<Currency, Money> owed = new HashMap<>();
        for (OpenItem item : items) {
            Money deducted = credit.get(item.id());
            owed.merge(
                    item.open().currency(),
                    deducted == null ? item.open() : item.open().minus(deducted),
                    Money::plus);
        }
        return items.stream()
                .filter(item -> owed.get(item.open().currency()).isPositive())
                .toList();
    }

    /** What is deducted of each item. Under {@link Netting#ITEMS} nothing: what is covered has left already. */
    private Map<ItemId, Money> credit(DebtorAccount account, LocalDate today) {
        if (policy.creditor().netting() != Netting.TOTAL) {
            return Map.of();
        }
        Set<ItemId> resting = Rests.of(account, policy.creditor(), today).keySet();
        return Cover.allotted(
                account,
                account.openItems().stream()
                        .filter(item -> !resting.contains(item.id()))
                        .toList());
    }

    static Money sum(List<OpenItem> items, Currency currency) {
        Money sum = Money.zero(currency);
        for (OpenItem item : items) {
            sum = sum.plus(item.open());
        }
        return sum;
    }

    private static Money percent(Money amount, BigDecimal percent) {
        long minor = BigDecimal.valueOf(amount.minor())
                .multiply(percent)
                .movePointLeft(2)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Money(minor, amount.currency());
    }
}
