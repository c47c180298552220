package io.recoup.reconciliation.backtest;

import io.recoup.reconciliation.backtest.Truth.Reduction;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.MatchItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a match says the same as the truth: to the item, or with items counted the same that nobody could tell apart
 * by their balance, because debtor, kind and open amount are equal or the truth says so.
 */
final class Likeness {

    private final Map<String, List<MatchItem>> byNumber;

    Likeness(Collection<MatchItem> items) {
        byNumber = items.stream().collect(Collectors.groupingBy(MatchItem::number));
    }

    boolean isStrict(Match match, Truth truth) {
        return sums(ours(match, truth)).equals(sums(truth.reductions()));
    }

    boolean isEqual(Match match, Truth truth) {
        Map<String, String> groups = groups(truth);
        return isStrict(match, truth)
                || counted(ours(match, truth), groups).equals(counted(truth.reductions(), groups));
    }

    /** What the match takes off which item; the debtor only where the truth names it, too. */
    static List<Reduction> ours(Match match, Truth truth) {
        boolean debtors = truth.reductions().stream().allMatch(reduction -> reduction.debtor() != null);
        return match.parts().stream()
                .map(part -> new Reduction(
                        debtors ? part.item().debtor() : null,
                        part.item().number(),
                        part.item().instalment(),
                        Math.abs(part.amount()) + Math.abs(part.forgiven())))
                .toList();
    }

    private static Map<Reduction, Long> sums(List<Reduction> reductions) {
        Map<Reduction, Long> sums = new HashMap<>();
        for (Reduction one : reductions) {
            sums.merge(new Reduction(one.debtor(), one.item(), one.instalment(), 0), one.amount(), Long::sum);
        }
        return sums;
    }

    private Map<List<Object>, Long> counted(List<Reduction> reductions, Map<String, String> groups) {
        Map<List<Object>, Long> counted = new HashMap<>();
        for (Reduction one : reductions) {
            String alike = alike(one);
            counted.merge(List.of(groups.getOrDefault(alike, alike), one.amount()), 1L, Long::sum);
        }
        return counted;
    }

    /** From what an item is like to the group that the truth puts it in. */
    private Map<String, String> groups(Truth truth) {
        Map<String, String> groups = new HashMap<>();
        for (Set<String> numbers : truth.interchangeable()) {
            String group = "group " + groups.size();
            for (String number : numbers) {
                groups.put(alike(new Reduction(null, number, 0, 0)), group);
                byNumber.getOrDefault(number, List.of()).forEach(item -> groups.put(alike(item), group));
            }
        }
        return groups;
    }

    private String alike(Reduction reduction) {
        List<MatchItem> meant = new ArrayList<>(byNumber.getOrDefault(reduction.item(), List.of()));
        meant.removeIf(item -> item.instalment() != reduction.instalment()
                || reduction.debtor() != null && !reduction.debtor().equals(item.debtor()));
        return meant.size() == 1
                ? alike(meant.get(0))
                : "number " + reduction.debtor() + " " + reduction.item() + " " + reduction.instalment();
    }

    private static String alike(MatchItem item) {
        return "like " + item.debtor() + " " + item.kind() + " " + item.open();
    }
}
