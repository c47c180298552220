package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Match.Kind;
import io.recoup.reconciliation.match.Match.Part;
import io.recoup.reconciliation.match.MatchDebtor;
import io.recoup.reconciliation.match.MatchItem;
import io.recoup.reconciliation.match.MatchPayment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words of the text with four digits or more are compared, by their digits, with the words of the partner's documents. One
 * hit of exactly the amount wins, else discounts that make it exact, else the hits are filled by date. Without a hit all of
 * the partner's items are filled by date as a proposal. The partner is found by account, else by name. So the invoice
 * matching of Odoo and of the OCA is described.
 */
final class DigitsThenDate implements Matcher {

    private static final int FEWEST_DIGITS = 4;

    private final Map<String, String> byAccount = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();
    private final List<String[]> names = new ArrayList<>();

    @Override
    public String name() {
        return "digits, then date";
    }

    @Override
    public List<Match> match(GeneratedFolder folder) {
        for (MatchDebtor debtor : folder.debtors()) {
            debtor.ibans().forEach(iban -> byAccount.putIfAbsent(iban, debtor.key()));
            debtor.names().forEach(name -> names.add(new String[] {name.toLowerCase(Locale.ROOT), debtor.key()}));
        }
        Shelf shelf = new Shelf(folder);
        return folder.payments().stream()
                .sorted(Shelf.OLDEST_FIRST)
                .map(payment -> match(payment, shelf))
                .toList();
    }

    private Match match(MatchPayment payment, Shelf shelf) {
        String partner = partner(payment);
        if (partner == null) {
            return Shelf.none(payment);
        }
        List<MatchItem> items = shelf.of(partner, payment);
        Set<String> written = digits(Shelf.text(payment));
        List<MatchItem> hits = items.stream()
                .filter(item -> Stream.of(item.number(), item.reference())
                        .filter(Objects::nonNull)
                        .anyMatch(word -> digits(word).stream().anyMatch(written::contains)))
                .toList();
        List<MatchItem> meant = hits.isEmpty() ? items : hits;
        Optional<MatchItem> exact = meant.stream()
                .filter(item ->
                        !item.isCredit() && shelf.left(item) == payment.amount().minor())
                .findFirst();
        List<Part> parts = exact.isPresent()
                ? shelf.filled(List.of(exact.get()), payment)
                : discounted(meant, payment, shelf).orElseGet(() -> shelf.filled(meant, payment));
        return shelf.settled(payment, !hits.isEmpty(), 0, parts);
    }

    private String partner(MatchPayment payment) {
        if (payment.payerAccount() != null && byAccount.containsKey(payment.payerAccount())) {
            return byAccount.get(payment.payerAccount());
        }
        if (payment.payerName() == null) {
            return null;
        }
        String name = payment.payerName().toLowerCase(Locale.ROOT);
        return byName.computeIfAbsent(name, wanted -> names.stream()
                .filter(known -> known[0].contains(wanted))
                .map(known -> known[1])
                .findFirst()
                .orElse(null));
    }

    private static Set<String> digits(String text) {
        Set<String> digits = new HashSet<>();
        Arrays.stream(text.split("\\s+"))
                .map(word -> word.replaceAll("\\D", ""))
                .filter(word -> word.length() >= FEWEST_DIGITS)
                .forEach(digits::add);
        return digits;
    }

    /** All of them with the discount of that day, if that makes the amount exact. */
    private static Optional<List<Part>> discounted(List<MatchItem> items, MatchPayment payment, Shelf shelf) {
        List<Part> parts = new ArrayList<>();
        long rest = payment.amount().minor();
        for (MatchItem item : items) {
            long sign = item.isCredit() ? -1 : 1;
            long off = item.discounts().stream()
                    .filter(discount -> !discount.until().isBefore(payment.on()))
                    .mapToLong(discount -> BigDecimal.valueOf(shelf.left(item))
                            .multiply(discount.percent())
                            .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                            .longValue())
                    .max()
                    .orElse(0);
            parts.add(new Part(
                    item,
                    sign * (shelf.left(item) - off),
                    sign * off,
                    item.isCredit() ? Kind.CREDIT : off > 0 ? Kind.DISCOUNT : Kind.FULL));
            rest -= sign * (shelf.left(item) - off);
        }
        return rest == 0 && !parts.isEmpty() ? Optional.of(parts) : Optional.empty();
    }
}
