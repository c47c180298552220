package io.recoup.reconciliation.match;

import io.recoup.money.Money;
import io.recoup.reconciliation.match.Match.RunnerUp;
import io.recoup.reconciliation.match.Mentions.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in a collector's words what a reading stands on, and why another lost. */
final class Explanation {

    private static final int MOST_NAMED = 5;

    private final Book book;
    private final MatchPayment payment;
    private final Mentions mentions;
    private final Payer payer;

    Explanation(Book book, MatchPayment payment, Mentions mentions, Payer payer) {
        this.book = book;
        this.payment = payment;
        this.mentions = mentions;
        this.payer = payer;
    }

    Payer payer() {
        return payer;
    }

    List<Reason> of(Weighed weighed) {
        List<Reason> why = new ArrayList<>();
        naming(weighed, why);
        why.add(amount(weighed));
        why.add(payer(weighed));
        if (weighed.alike() > 1) {
            why.add(Reason.of("equal-items", weighed.alike()));
        }
        return why;
    }

    private void naming(Weighed weighed, List<Reason> why) {
        Reading reading = weighed.reading();
        switch (weighed.stratum().naming()) {
            case REFERENCE ->
                why.add(Reason.of("reference", book.item(reading.items()[0]).reference(), numbers(reading.items())));
            case NUMBER, NUMBERS -> why.add(Reason.of("number", numbers(reading.items())));
            case WEAK -> weak(reading, why);
            case NONE ->
                why.add(Reason.of(mentions.items.isEmpty() ? "nothing-named" : "other-named", numbers(mentioned())));
        }
        switch (reading.form()) {
            case ACCOUNT -> why.add(Reason.of("account"));
            case REMINDED -> why.add(Reason.of("reminded"));
            case DUE -> why.add(Reason.of("due"));
            case OLDEST -> why.add(Reason.of("oldest", reading.items().length));
            case OLDEST_IN_PART ->
                why.add(Reason.of(mentions.wording.asksForOldest() ? "asks-oldest" : "oldest-in-part"));
            default -> {}
        }
    }

    private void weak(Reading reading, List<Reason> why) {
        int[] named = Arrays.stream(reading.items())
                .filter(mentions.items::containsKey)
                .toArray();
        boolean slip = Arrays.stream(named)
                .anyMatch(item -> WeakNaming.isKind(mentions.items.get(item).kind()));
        boolean order =
                Arrays.stream(named).anyMatch(item -> mentions.items.get(item).kind() == Numbers.ORDER);
        why.add(Reason.of(order ? "order" : slip ? "number-in-part" : "number", numbers(named)));
        if (named.length < reading.items().length) {
            why.add(Reason.of("not-all-named", reading.items().length - named.length));
        }
    }

    private Reason amount(Weighed weighed) {
        Reading reading = weighed.reading();
        long forgiven = Arrays.stream(reading.forgiven()).sum();
        long open = Arrays.stream(reading.items()).mapToLong(book::signed).sum();
        return switch (reading.amount()) {
            case EXACT, EQUAL -> Reason.of("exact");
            case BUNDLE -> Reason.of("bundle", reading.items().length, numbers(reading.items()));
            case DISCOUNT -> Reason.of("discount", money(forgiven));
            case LATE_DISCOUNT -> Reason.of("discount-late", money(forgiven));
            case TOLERANCE -> Reason.of("tolerance", money(forgiven));
            case PARTIAL -> Reason.of("partial", payment.amount(), money(open));
            case OVER -> Reason.of("over", payment.amount(), money(open));
        };
    }

    private Reason payer(Weighed weighed) {
        int debtor = book.debtorOf(weighed.reading().items()[0]);
        Stratum.Party party = weighed.stratum().party();
        return party == Stratum.Party.CONTRADICTING
                ? Reason.of("payer-other", otherPayer())
                : payer(
                        party,
                        book.debtor(debtor).name(),
                        payer.likeness(debtor),
                        payer.owners().size());
    }

    /** Of one who does not contradict. @param likeness of the names, 0 to 1 */
    static Reason payer(Stratum.Party party, String name, double likeness, int owners) {
        return switch (party) {
            case ACCOUNT -> Reason.of(owners > 1 ? "account-shared" : "account-of", name);
            case NAME -> Reason.of(likeness >= Payers.SAME ? "name-of" : "name-like", name);
            case UNKNOWN -> Reason.of("payer-unknown");
            case CONTRADICTING -> throw new IllegalArgumentException(name + " is not who paid");
        };
    }

    private String otherPayer() {
        return payer.owners().size() > 0
                ? book.debtor(payer.owners().get(0)).name()
                : String.valueOf(payment.payerName());
    }

    @Nullable
    RunnerUp runnerUp(Weighed best, @Nullable Weighed next) {
        if (next == null) {
            return null;
        }
        List<MatchItem> items =
                Arrays.stream(next.reading().items()).mapToObj(book::item).toList();
        boolean passed = next.weight() > best.weight();
        return new RunnerUp(items, next.weight(), passed ? weak(next) : whyItLost(best, next));
    }

    /** The best reading, where it is not worth proposing. */
    RunnerUp tooWeak(Weighed best) {
        List<MatchItem> items =
                Arrays.stream(best.reading().items()).mapToObj(book::item).toList();
        return new RunnerUp(items, best.weight(), weak(best));
    }

    private Reason weak(Weighed reading) {
        return Reason.of("lost.weak", numbers(reading.reading().items()));
    }

    /** The evidence in which it falls short the most. */
    private Reason whyItLost(Weighed best, Weighed next) {
        int naming = best.naming() - next.naming();
        int amount = best.amount() - next.amount();
        int party = best.payer() - next.payer();
        int form = best.form() - next.form();
        int most = Math.max(Math.max(naming, amount), Math.max(party, form));
        String other = numbers(next.reading().items());
        if (best.weight() == next.weight()) {
            return Reason.of("lost.equal", other);
        }
        if (most == naming) {
            return Reason.of("lost.naming", other);
        }
        if (most == amount) {
            return Reason.of("lost.amount", other);
        }
        return Reason.of(most == party ? "lost.payer" : "lost.form", other);
    }

    /** Why nothing is proposed. */
    List<Reason> nothing() {
        if (mentions.hasAlienReference()) {
            return List.of(Reason.of("none.reference", payment.reference()));
        }
        List<Integer> settled = mentions.items.values().stream()
                .map(Mention::item)
                .filter(item -> book.open(item) == 0)
                .toList();
        if (!settled.isEmpty()) {
            return List.of(Reason.of(
                    "none.settled",
                    numbers(settled.stream().mapToInt(Integer::intValue).toArray())));
        }
        return List.of(Reason.of(payer.isKnown() ? "none.payer-only" : "none"));
    }

    private int[] mentioned() {
        return mentions.items.keySet().stream().mapToInt(Integer::intValue).toArray();
    }

    private String numbers(int[] items) {
        String first = Arrays.stream(items)
                .limit(MOST_NAMED)
                .mapToObj(item -> book.item(item).number())
                .distinct()
                .collect(Collectors.joining(", "));
        return items.length > MOST_NAMED ? first + ", …" : first;
    }

    private Money money(long minor) {
        return new Money(minor, payment.amount().currency());
    }
}
