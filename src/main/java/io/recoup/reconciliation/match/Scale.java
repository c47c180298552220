package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Stratum.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Weighs the readings of one payment against each other. */
final class Scale {

    private final Book book;
    private final MatchPayment payment;
    private final Mentions mentions;
    private final Payer payer;
    private final Namings namings;
    private final Forms forms;
    private int sameAmount = -1;
    private int weighedDebtor = -1;
    private int weightOfDebtor;

    Scale(Book book, MatchPayment payment, Mentions mentions, Payer payer) {
        this.book = book;
        this.payment = payment;
        this.mentions = mentions;
        this.payer = payer;
        namings = new Namings(book, mentions);
        forms = new Forms(book, payment, mentions);
    }

    /** Best first; readings that differ only in which of equal items they take are one, of the item due first. */
    List<Weighed> weigh(List<Reading> readings, MatchPolicy policy) {
        List<Weighed> weighed = new ArrayList<>();
        long tolerance = policy.tolerance(payment);
        for (Reading reading : readings) {
            enter(weighed, weigh(reading, tolerance));
        }
        weighed.sort(Comparator.comparingInt((Weighed one) -> -one.weight()).thenComparing(this::byItems));
        return weighed;
    }

    private int byItems(Weighed one, Weighed other) {
        return Arrays.compare(ids(one), ids(other));
    }

    private long[] ids(Weighed weighed) {
        int[] items = weighed.reading().items();
        long[] ids = new long[items.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = book.id(items[i]);
        }
        Arrays.sort(ids);
        return ids;
    }

    private void enter(List<Weighed> known, Weighed next) {
        for (int i = 0; i < known.size(); i++) {
            Weighed one = known.get(i);
            if (isInterchangeable(one, next)) {
                Weighed first = isDueFirst(one, next) ? one : next;
                known.set(i, first.standingFor(one.alike() + next.alike()));
                return;
            }
        }
        known.add(next);
    }

    private boolean isInterchangeable(Weighed one, Weighed other) {
        int[] items = one.reading().items();
        int[] others = other.reading().items();
        return items.length == 1
                && others.length == 1
                && book.debtorOf(items[0]) == book.debtorOf(others[0])
                && one.naming() == other.naming()
                && (mentions.dates().isEmpty() || one.date() == other.date())
                && one.reading().amount() == other.reading().amount()
                && one.reading().money()[0] == other.reading().money()[0]
                && book.open(items[0]) == book.open(others[0]);
    }

    private boolean isDueFirst(Weighed one, Weighed other) {
        int first = one.reading().items()[0];
        int second = other.reading().items()[0];
        return first == second || book.isDueFirst(first, second);
    }

    private Weighed weigh(Reading reading, long tolerance) {
        Ints debtors = new Ints();
        int lowest = Integer.MAX_VALUE;
        int last = -1;
        int payers = Integer.MIN_VALUE;
        Party party = Party.CONTRADICTING;
        for (int item : reading.items()) {
            int debtor = book.debtorOf(item);
            if (debtor != last && !debtors.contains(debtor)) {
                debtors.add(debtor);
                lowest = Math.min(lowest, debtor);
                payers = Math.max(payers, weight(debtor));
                Party one = payer.of(debtor);
                party = one.compareTo(party) < 0 ? one : party;
            }
            last = debtor;
        }
        int prior = Weights.prior(book.openItems());
        return new Weighed(
                reading,
                new Stratum(namings.kind(reading), reading.amount(), party),
                namings.weight(reading),
                amount(reading, tolerance),
                prior + payers - 1_000 * (debtors.size() - 1),
                forms.weight(reading, lowest),
                date(reading),
                1);
    }

    private int weight(int debtor) {
        if (debtor != weighedDebtor) {
            weighedDebtor = debtor;
            weightOfDebtor = payer.weight(debtor);
        }
        return weightOfDebtor;
    }

    private int amount(Reading reading, long tolerance) {
        long minor = payment.amount().minor();
        String currency = payment.amount().currencyCode();
        double chance = Weights.chanceOf(minor);
        if (reading.items().length == 1) {
            chance = Weights.chanceOf(minor, sameAmount() - 1, book.openItems());
        }
        return switch (reading.amount()) {
            case EXACT, EQUAL, BUNDLE -> Weights.ofExactAmount(chance);
            case DISCOUNT -> Weights.nats(0.35 / chance);
            case LATE_DISCOUNT -> Weights.nats(0.02 / chance);
            case TOLERANCE -> Math.max(-2_000, Weights.nats(0.03 / (chance * 2 * Math.max(1, tolerance))));
            case PARTIAL -> -3_000;
            case OVER -> reading.items().length > 1 ? -9_000 : -4_000;
        };
    }

    private int sameAmount() {
        if (sameAmount < 0) {
            sameAmount = book.countOfAmount(
                    payment.amount().currencyCode(), payment.amount().minor());
        }
        return sameAmount;
    }

    private int date(Reading reading) {
        int on = (int) payment.on().toEpochDay();
        int worst = 0;
        for (int item : reading.items()) {
            if (book.issued(item) > on) {
                worst = Math.min(worst, Weights.ISSUED_AFTER);
            }
            worst = Math.min(worst, Weights.ofLateness(on - book.due(item)));
        }
        return worst + said(Dated.of(reading, book, mentions)) / reading.items().length;
    }

    private static int said(Dated dated) {
        return switch (dated) {
            case DAY -> Weights.SAYS_ITS_DAY;
            case MONTH -> Weights.SAYS_ITS_MONTH;
            case NOTHING, ANOTHER_DAY, ANOTHER_MONTH -> 0;
        };
    }
}
