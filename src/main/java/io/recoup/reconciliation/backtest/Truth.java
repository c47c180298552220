package io.recoup.reconciliation.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a payment really pays.
 *
 * @param transaction key of the payment
 * @param reductions what it takes off which item; none when it pays nothing of ours
 * @param interchangeable numbers of items that may stand for each other
 * @param kind the class by which results are told apart, such as {@code list}
 * @param properties more words by which they are, such as {@code hard negative}
 */
public record Truth(
        String transaction,
        List<Reduction> reductions,
        List<Set<String>> interchangeable,
        @Nullable String kind,
        Set<String> properties) {

    /**
     * @param debtor key of the debtor; null = whoever has an item of that number
     * @param instalment 0 for a whole document
     * @param amount what the item is reduced by, in minor units, what is forgiven included; its sign does not count,
     *     because the item says whether it is a credit note
     */
    public record Reduction(@Nullable String debtor, String item, int instalment, long amount) {

        public Reduction {
            amount = Math.abs(amount);
        }

        @Override
        public String toString() {
            return item + (instalment > 0 ? "/" + instalment : "") + " " + amount;
        }
    }

    public Truth {
        reductions = List.copyOf(reductions);
        interchangeable = interchangeable.stream().map(Set::copyOf).toList();
        properties = Set.copyOf(properties);
    }

    public boolean paysSomething() {
        return !reductions.isEmpty();
    }

    /** The same with what another line says of the same payment. */
    public Truth and(Truth more) {
        List<Reduction> both = new ArrayList<>(reductions);
        both.addAll(more.reductions);
        return new Truth(transaction, both, interchangeable, kind, properties);
    }
}
