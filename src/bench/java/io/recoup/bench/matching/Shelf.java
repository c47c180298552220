package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.money.Money;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Match.Kind;
import io.recoup.reconciliation.match.Match.Part;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.MatchPayment;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The items of a baseline with what is left of each. */
final class Shelf {

    /** As the matching that they are compared with: an item may be paid so many days before its issue. */
    private static final int DAYS_AHEAD = 3;

    static final Comparator<MatchPayment> OLDEST_FIRST =
            Comparator.comparing(MatchPayment::on).thenComparing(MatchPayment::key);

    private final Map<String, List<MatchItem>> byDebtor;
    private final Map<Long, Long> left = new HashMap<>();

    Shelf(GeneratedFolder folder) {
        byDebtor = folder.items().stream()
                .sorted(Comparator.comparing(MatchItem::dueOn).thenComparing(MatchItem::id))
                .collect(Collectors.groupingBy(MatchItem::debtor));
        folder.items().forEach(item -> left.put(item.id(), item.open().minor()));
    }

    /** What a debtor could pay that day, oldest due date first. */
    List<MatchItem> of(String debtor, MatchPayment payment) {
        return byDebtor.getOrDefault(debtor, List.of()).stream()
                .filter(item -> isPayable(item, payment))
                .toList();
    }

    boolean isPayable(MatchItem item, MatchPayment payment) {
        return left(item) > 0
                && item.open().currencyCode().equals(payment.amount().currencyCode())
                && !item.issuedOn().isAfter(payment.on().plusDays(DAYS_AHEAD));
    }

    long left(MatchItem item) {
        return left.get(item.id());
    }

    /** The payment fills the items one after the other, once their credit notes are added to it. */
    List<Part> filled(List<MatchItem> items, MatchPayment payment) {
        List<Part> parts = new ArrayList<>();
        long rest = payment.amount().minor();
        for (MatchItem credit : items.stream().filter(MatchItem::isCredit).toList()) {
            parts.add(new Part(credit, -left(credit), 0, Kind.CREDIT));
            rest += left(credit);
        }
        for (MatchItem item : items.stream().filter(one -> !one.isCredit()).toList()) {
            long paid = Math.min(rest, left(item));
            if (paid > 0) {
                parts.add(new Part(item, paid, 0, paid == left(item) ? Kind.FULL : Kind.PARTIAL));
                rest -= paid;
            }
        }
        return parts;
    }

    /** What is booked is taken off; what is only proposed is not. */
    Match settled(MatchPayment payment, boolean booked, int score, List<Part> parts) {
        if (parts.isEmpty()) {
            return none(payment);
        }
        if (booked) {
            parts.forEach(part ->
                    left.merge(part.item().id(), -Math.abs(part.amount()) - Math.abs(part.forgiven()), Long::sum));
        }
        long paid = parts.stream().mapToLong(Part::amount).sum();
        Money residual = payment.amount().minus(new Money(paid, payment.amount().currency()));
        Decision decision = booked ? Decision.AUTO : Decision.REVIEW;
        return new Match(payment, decision, null, score, parts, residual, List.of(), null, null);
    }

    static Match none(MatchPayment payment) {
        return new Match(payment, Decision.NONE, null, 0, List.of(), payment.amount(), List.of(), null, null);
    }

    /** Everything the payer wrote, the bank's pieces joined by blanks. */
    static String text(MatchPayment payment) {
        return ((payment.reference() == null ? "" : payment.reference() + " ")
                        + (payment.remittance() == null ? "" : payment.remittance()))
                .replace('\n', ' ');
    }

    /** Letters and digits alone, without accents, in capitals. */
    static String squashed(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("[^\\p{L}\\p{N}]", "")
                        .toUpperCase(Locale.ROOT);
    }
}
