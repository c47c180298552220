package io.recoup.dunning.desk;

import io.recoup.dunning.plan.Reason;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.DebtorAccount.Hold;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A debtor's account as somebody saw it who wrote to him: what he says holds while nothing of that was paid, credited or
 * held.
 *
 * @param open minor units that each document had open, by item
 * @param credits items that are credit notes
 * @param unapplied money of the debtor that lay unapplied, minor units by currency
 * @param holds ids
 */
record Seen(Map<Long, Long> open, Set<Long> credits, Map<String, Long> unapplied, Set<Long> holds) {

    private static final Pattern PART =
            Pattern.compile("d[0-9]{1,18}=[0-9]{1,18}|[ch][0-9]{1,18}|u[A-Z]{3}=[0-9]{1,18}");

    static Seen of(DebtorAccount account) {
        Map<Long, Long> open = new HashMap<>();
        Set<Long> credits = new HashSet<>();
        for (OpenItem item : account.openItems()) {
            if (item.kind() == ItemKind.CREDIT_NOTE) {
                credits.add(item.id().value());
            } else {
                open.put(item.id().value(), item.open().minor());
            }
        }
        Map<String, Long> unapplied = new HashMap<>();
        account.unapplied().forEach(money -> unapplied.merge(money.currencyCode(), money.minor(), Long::sum));
        Set<Long> holds = new HashSet<>();
        account.holds().forEach(hold -> holds.add(hold.id()));
        return new Seen(open, credits, unapplied, holds);
    }

    /** As one line: {@code d12=10000 c13 uEUR=500 h7}, in a fixed order. */
    String written() {
        List<String> parts = new ArrayList<>();
        open.forEach((item, minor) -> parts.add("d" + item + "=" + minor));
        credits.forEach(item -> parts.add("c" + item));
        unapplied.forEach((currency, minor) -> parts.add("u" + currency + "=" + minor));
        holds.forEach(hold -> parts.add("h" + hold));
        return String.join(" ", parts.stream().sorted().toList());
    }

    /** @throws IllegalArgumentException unless {@link #written} wrote it */
    static Seen read(String written) {
        Seen seen = new Seen(new HashMap<>(), new HashSet<>(), new HashMap<>(), new HashSet<>());
        for (String part : written.isEmpty() ? List.<String>of() : List.of(written.split(" "))) {
            if (!PART.matcher(part).matches()) {
                throw new IllegalArgumentException("not an account that was seen: " + part);
            }
            String[] sides = part.substring(1).split("=");
            switch (part.charAt(0)) {
                case 'd' -> seen.open.put(Long.valueOf(sides[0]), Long.valueOf(sides[1]));
                case 'c' -> seen.credits.add(Long.valueOf(sides[0]));
                case 'u' -> seen.unapplied.put(sides[0], Long.valueOf(sides[1]));
                default -> seen.holds.add(Long.valueOf(sides[0]));
            }
        }
        return seen;
    }

    /**
     * What makes the words of then untrue, or unwelcome. A new document does not.
     *
     * @param numbers of documents that are not open any more
     */
    Optional<Reason> changed(DebtorAccount now, Function<Collection<ItemId>, List<OpenItem>> numbers) {
        Seen other = of(now);
        for (Map.Entry<Long, Long> then : open.entrySet()) {
            if (other.open.getOrDefault(then.getKey(), 0L) < then.getValue()) {
                ItemId item = new ItemId(then.getKey());
                return Optional.of(Reason.of(
                        "letter.paid",
                        numbers.apply(List.of(item)).stream()
                                .map(OpenItem::number)
                                .findFirst()
                                .orElse("")));
            }
        }
        boolean money = now.unapplied().stream()
                .map(Money::currencyCode)
                .anyMatch(
                        currency -> other.unapplied.getOrDefault(currency, 0L) > unapplied.getOrDefault(currency, 0L));
        if (money || !credits.containsAll(other.credits)) {
            return Optional.of(Reason.of("letter.credited"));
        }
        return now.holds().stream()
                .map(Hold::id)
                .filter(hold -> !holds.contains(hold))
                .findFirst()
                .map(hold -> Reason.of("letter.held"));
    }
}
