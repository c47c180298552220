package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.MatchDebtor;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.MatchPayment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each candidate is rated by three findings: how far the payer is the customer (account, or a name that nobody else has:
 * fully; a name that several have: partially), whether the text names its number by itself, or several of the customer's,
 * and how many of the customer's entries have the amount. A fixed table makes bands of them; best first, the high band is
 * applied, the rest is left to review. So the payment application rules of Business Central are described; its rule on
 * direct debits has nothing to work on here.
 */
final class EvidenceBands implements Matcher {

    private static final int SHORTEST_NUMBER = 4;

    /** Party (2 fully, 1 partially, 0 no), documents (2 several, 1 yes, 0 no), amounts (2 = one, 1 = several, 0 none). */
    private static final List<String> BEST_FIRST = List.of(
            "222", "221", "212", "211", "122", "121", "112", "202", "022", "021", // the high band
            "220", "210", "201", "120", "111", "110", "012", "020", "102", "011", "010", // medium
            "200", "101", "100", "002", "001"); // low

    private static final int HIGH = 10;

    private final Map<String, Set<String>> byAccount = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Map<String, List<MatchItem>> byNumber = new HashMap<>();
    private final Map<Long, List<MatchItem>> byAmount = new HashMap<>();
    private Shelf shelf;

    /** @param place in the table, from 0 */
    private record Rating(MatchPayment payment, int place, List<MatchItem> items) {}

    @Override
    public String name() {
        return "evidence bands";
    }

    @Override
    public List<Match> match(GeneratedFolder folder) {
        shelf = new Shelf(folder);
        for (MatchDebtor debtor : folder.debtors()) {
            debtor.ibans().forEach(iban -> put(byAccount, iban, debtor.key()));
            debtor.names().forEach(name -> put(byName, Shelf.squashed(name), debtor.key()));
        }
        for (MatchItem item : folder.items()) {
            byNumber.computeIfAbsent(item.number(), number -> new ArrayList<>()).add(item);
            byAmount.computeIfAbsent(item.open().minor(), amount -> new ArrayList<>())
                    .add(item);
        }
        return folder.payments().stream()
                .map(this::best)
                .sorted(Comparator.comparing(Rating::place).thenComparing(Rating::payment, Shelf.OLDEST_FIRST))
                .map(rating -> settled(best(rating.payment())))
                .toList();
    }

    private static void put(Map<String, Set<String>> index, String key, String debtor) {
        index.computeIfAbsent(key, name -> new HashSet<>()).add(debtor);
    }

    private Match settled(Rating rating) {
        boolean applied = rating.place() < HIGH;
        return shelf.settled(
                rating.payment(), applied, -rating.place(), shelf.filled(rating.items(), rating.payment()));
    }

    private Rating best(MatchPayment payment) {
        Set<MatchItem> named = named(payment);
        Set<String> fully = byAccount.getOrDefault(String.valueOf(payment.payerAccount()), Set.of());
        Set<String> namesakes = byName.getOrDefault(Shelf.squashed(payment.payerName()), Set.of());
        if (fully.isEmpty() && namesakes.size() == 1) {
            fully = namesakes;
        }
        Set<MatchItem> candidates = new LinkedHashSet<>(named);
        for (Set<String> party : List.of(fully, namesakes)) {
            party.forEach(debtor -> candidates.addAll(telling(shelf.of(debtor, payment), payment)));
        }
        List<MatchItem> alike = byAmount.getOrDefault(payment.amount().minor(), List.of()).stream()
                .filter(item -> shelf.isPayable(item, payment))
                .toList();
        alike.stream().limit(1).forEach(candidates::add);
        Rating best = new Rating(payment, BEST_FIRST.size(), List.of());
        for (MatchItem candidate : candidates) {
            int party = fully.contains(candidate.debtor()) ? 2 : namesakes.contains(candidate.debtor()) ? 1 : 0;
            Rating rating = rating(payment, candidate, named, alike, party);
            best = rating.place() < best.place() ? rating : best;
        }
        return best;
    }

    /** Those with the amount and the oldest: all others of the customer that are not named are rated as that one. */
    private List<MatchItem> telling(List<MatchItem> items, MatchPayment payment) {
        List<MatchItem> telling = new ArrayList<>(items.subList(0, Math.min(1, items.size())));
        items.stream()
                .filter(item -> shelf.left(item) == payment.amount().minor())
                .forEach(telling::add);
        return telling;
    }

    private Rating rating(
            MatchPayment payment, MatchItem candidate, Set<MatchItem> named, List<MatchItem> alike, int party) {
        List<MatchItem> together = named.contains(candidate)
                ? named.stream()
                        .filter(item -> item.debtor().equals(candidate.debtor()))
                        .toList()
                : List.of(candidate);
        long sum = together.stream()
                .mapToLong(item -> item.isCredit() ? -shelf.left(item) : shelf.left(item))
                .sum();
        int documents = !named.contains(candidate) ? 0 : together.size() > 1 ? 2 : 1;
        int amounts = sum != payment.amount().minor() ? 0 : documents == 2 || isOnly(candidate, alike, party) ? 2 : 1;
        int place = BEST_FIRST.indexOf("" + party + documents + amounts);
        return new Rating(payment, place < 0 ? BEST_FIRST.size() : place, together);
    }

    /** Among the customer's entries with this amount; among everybody's where the payer is unknown. */
    private static boolean isOnly(MatchItem candidate, List<MatchItem> alike, int party) {
        return alike.stream()
                        .filter(item -> party == 0 || item.debtor().equals(candidate.debtor()))
                        .count()
                == 1;
    }

    /** Items whose number stands in the text with neither letter nor digit beside it. */
    private Set<MatchItem> named(MatchPayment payment) {
        String text = Shelf.text(payment);
        Set<MatchItem> named = new LinkedHashSet<>();
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + SHORTEST_NUMBER; to <= Math.min(text.length(), from + 40); to++) {
                if (isEdge(text, from) && isEdge(text, to)) {
                    byNumber.getOrDefault(text.substring(from, to), List.of()).stream()
                            .filter(item -> shelf.isPayable(item, payment))
                            .forEach(named::add);
                }
            }
        }
        return named;
    }

    private static boolean isEdge(String text, int at) {
        return at == 0
                || at == text.length()
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || !Character.isLetterOrDigit(text.charAt(at));
    }
}
