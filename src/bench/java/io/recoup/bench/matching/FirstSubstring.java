package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.MatchPayment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first open invoice whose number is a part of the bank's text is paid; neither the amount nor the payer is looked
 * at. So Invoice Ninja's bank rules are described.
 */
final class FirstSubstring implements Matcher {

    @Override
    public String name() {
        return "first substring";
    }

    @Override
    public List<Match> match(GeneratedFolder folder) {
        Shelf shelf = new Shelf(folder);
        Map<String, List<MatchItem>> byNumber = new HashMap<>();
        folder.items().stream().filter(item -> !item.isCredit()).forEach(item -> byNumber.computeIfAbsent(
                        item.number(), number -> new ArrayList<>())
                .add(item));
        int longest = byNumber.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<Match> matches = new ArrayList<>();
        for (MatchPayment payment :
                folder.payments().stream().sorted(Shelf.OLDEST_FIRST).toList()) {
            Optional<MatchItem> first = named(Shelf.text(payment), byNumber, longest).stream()
                    .filter(item -> shelf.isPayable(item, payment))
                    .min(Comparator.comparing(MatchItem::id));
            matches.add(
                    first.isEmpty()
                            ? Shelf.none(payment)
                            : shelf.settled(payment, true, 0, shelf.filled(List.of(first.get()), payment)));
        }
        return matches;
    }

    /** As every number looked for in the text, only faster: every part of the text is looked up among the numbers. */
    private static List<MatchItem> named(String text, Map<String, List<MatchItem>> byNumber, int longest) {
        List<MatchItem> named = new ArrayList<>();
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + 1; to <= Math.min(text.length(), from + longest); to++) {
                named.addAll(byNumber.getOrDefault(text.substring(from, to), List.of()));
            }
        }
        return named;
    }
}
