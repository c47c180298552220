package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;
import io.recoup.reconciliation.match.Stratum.Amount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The readings of one payment that are worth weighing; each set of items once. */
final class Considered {

    final Book book;
    final MatchPayment payment;
    final Mentions mentions;
    final long amount;
    final String currency;
    private final MatchPolicy policy;
    private final LocalDate issuedUntil;
    private final long tolerance;
    private final List<Reading> readings = new ArrayList<>();

    Considered(Book book, MatchPayment payment, MatchPolicy policy, Mentions mentions) {
        this.book = book;
        this.payment = payment;
        this.policy = policy;
        this.mentions = mentions;
        amount = payment.amount().minor();
        currency = payment.amount().currencyCode();
        issuedUntil = policy.issuedUntil(payment);
        tolerance = policy.tolerance(payment);
    }

    List<Reading> readings() {
        return readings;
    }

    /** Nothing unnamed competes with what is named and adds up. */
    boolean isExact() {
        return readings.stream().anyMatch(reading -> reading.amount() == Amount.EXACT);
    }

    boolean canBePaid(int item) {
        return book.open(item) > 0
                && book.item(item).open().currencyCode().equals(currency)
                && (payment.declined().isEmpty()
                        || !payment.declined().contains(book.item(item).id()))
                && !book.item(item).issuedOn().isAfter(issuedUntil);
    }

    Comparator<Integer> dueFirst() {
        return Comparator.comparing((Integer item) -> book.item(item).dueOn())
                .thenComparing(item -> book.item(item).id());
    }

    boolean isWeaklyNamed(int item) {
        Mentions.Mention mention = WeakNaming.of(book, item, mentions);
        if (mention != null) {
            mentions.name(item, mention.kind(), mention.strength(), -1, -1);
        }
        return mention != null;
    }

    /** Weighs a set by how the amount fits it. */
    void set(int[] items, Form form, boolean inPart) {
        if (items.length == 0) {
            return;
        }
        Reading whole = Reading.of(book, items, form);
        long sum = whole.paid();
        if (sum == amount) {
            keep(whole);
            return;
        }
        long shortfall = sum - amount;
        Reading discounted = Discounts.taken(book, whole, shortfall, payment.on(), policy);
        if (discounted != null) {
            keep(discounted);
        } else if (shortfall > 0 && shortfall <= tolerance && shortfall * 4 < sum) {
            keep(whole.less(shortfall, true).as(Amount.TOLERANCE));
        } else if (inPart && shortfall > 0 && items.length == 1) {
            keep(whole.less(shortfall, false).as(Amount.PARTIAL));
        } else if (inPart && shortfall < 0) {
            keep(whole.as(Amount.OVER));
        }
    }

    void keep(Reading reading) {
        for (Reading known : readings) {
            if (known.sameItems(reading)) {
                return;
            }
        }
        readings.add(reading);
    }
}
