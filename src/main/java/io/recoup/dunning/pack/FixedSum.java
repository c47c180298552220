package io.recoup.dunning.pack;

import io.recoup.money.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The lump sum that a late debtor owes for the costs of recovery, by the size of what he owes.
 *
 * <p>Source: Directive 2011/7/EU art. 6 (40 EUR); Late Payment of Commercial Debts (Interest) Act 1998 s. 5A.
 *
 * @param businessOnly whether consumers owe none
 * @param tiers for each currency in ascending order; the last of each has no upper end
 */
public record FixedSum(boolean businessOnly, List<Tier> tiers) {

    /**
     * @param below principals under this amount, exclusive; null = every larger one
     * @param amount of the same currency
     */
    public record Tier(Money below, Money amount) {

        public Tier {
            if (amount.isNegative()) {
                throw new IllegalArgumentException("a fixed sum must not be negative: " + amount);
            }
            if (below != null && !below.currency().equals(amount.currency())) {
                throw new IllegalArgumentException("cannot mix " + below.currency() + " and " + amount.currency());
            }
        }

        boolean holdsFor(Money principal) {
            return amount.currency().equals(principal.currency()) && (below == null || below.exceeds(principal));
        }
    }

    /** @throws IllegalArgumentException if a currency's tiers do not ascend to one without an upper end */
    public FixedSum {
        tiers = List.copyOf(tiers);
        Set<String> currencies = new HashSet<>();
        tiers.forEach(tier -> currencies.add(tier.amount().currencyCode()));
        for (String currency : currencies) {
            requireAscending(tiers.stream()
                    .filter(tier -> tier.amount().currencyCode().equals(currency))
                    .toList());
        }
    }

    /** Empty where nothing is said of the principal's currency. */
    public Optional<Money> on(Money principal) {
        return tiers.stream()
                .filter(tier -> tier.holdsFor(principal))
                .findFirst()
                .map(Tier::amount);
    }

    private static void requireAscending(List<Tier> tiers) {
        Money before = null;
        for (Tier tier : tiers.subList(0, tiers.size() - 1)) {
            if (tier.below() == null || before != null && !tier.below().exceeds(before)) {
                throw new IllegalArgumentException("the tiers do not ascend at " + tier.amount());
            }
            before = tier.below();
        }
        if (tiers.get(tiers.size() - 1).below() != null) {
            throw new IllegalArgumentException(
                    "the last tier must not end: " + tiers.get(tiers.size() - 1).amount());
        }
    }
}
