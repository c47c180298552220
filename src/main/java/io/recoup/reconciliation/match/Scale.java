package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Mentions.Mention;
import io.recoup.reconciliation.match.Reading.Form;
import io.recoup.reconciliation.match.Stratum.Naming;
import io.recoup.reconciliation.match.Stratum.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Weighs the readings of one payment against each other. */
final class Scale {

    private final Book book;
    private final MatchPayment payment;
    private final Mentions mentions;
    private final Payer payer;
    private final Forms forms;
    private int sameAmount = -1;
    private int weighedDebtor = -1;
    private int weightOfDebtor;
    private @Nullable Boolean somethingElse;

    Scale(Book book, MatchPayment payment, Mentions mentions, Payer payer) {
        this.book = book;
        this.payment = payment;
        this.mentions = mentions;
        this.payer = payer;
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
                new Stratum(kindOfNaming(reading), reading.amount(), party),
                naming(reading),
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

    private Naming kindOfNaming(Reading reading) {
        int named = 0;
        int byReference = 0;
        boolean weak = false;
        for (Mention mention : mentions.items.values()) {
            if (reading.has(mention.item())) {
                named++;
                byReference += mention.kind() == Numbers.REFERENCE ? 1 : 0;
                weak |= WeakNaming.isKind(mention.kind()) || mention.kind() == Numbers.ORDER;
            }
        }
        if (named == 0) {
            return Naming.NONE;
        }
        if (named < reading.items().length || weak) {
            return Naming.WEAK;
        }
        if (byReference == named) {
            return Naming.REFERENCE;
        }
        return named == 1 ? Naming.NUMBER : Naming.NUMBERS;
    }

    private int naming(Reading reading) {
        List<Mention> said = new ArrayList<>();
        List<Mention> left = new ArrayList<>();
        for (Mention mention : mentions.items.values()) {
            boolean hint = WeakNaming.isKind(mention.kind()) || mention.kind() == Numbers.ORDER;
            if (takesDocument(reading, mention.item())) {
                enter(said, mention);
            } else if (!hint) {
                enter(left, mention);
            }
        }
        int sum = Math.max(-12_000, left.size() * Weights.NAMED_BUT_LEFT_OUT);
        if (said.isEmpty()) {
            return sum + ofNothingNamed(left);
        }
        int first = 0;
        int all = 0;
        for (Mention mention : said) {
            first = Math.max(first, mention.strength());
            all += Math.min(mention.strength(), Weights.FURTHER);
        }
        return sum
                + Math.min(Weights.MOST_NAMING, first + all - Math.min(first, Weights.FURTHER))
                + Math.max(-2_500, unnamed(reading, said) * Weights.NOT_NAMED_BESIDE_OTHERS)
                + Math.max(-2_400, mentions.aliens() * Weights.NAMES_MORE_THAN_OURS);
    }

    /** Whether the item's document is among what a reading pays, be it another instalment of it. */
    private boolean takesDocument(Reading reading, int item) {
        if (reading.has(item)) {
            return true;
        }
        for (int one : reading.items()) {
            if (book.sameDocument(one, item)) {
                return true;
            }
        }
        return false;
    }

    /** @param left what is named elsewhere */
    private int ofNothingNamed(List<Mention> left) {
        boolean alien = mentions.aliens() > 0 || mentions.hasAlienReference();
        boolean settled = false;
        for (Mention mention : left) {
            settled |= book.open(mention.item()) == 0;
        }
        return (alien ? Weights.NAMES_WHAT_IS_NOT_OURS : 0)
                + (settled ? Weights.NAMES_WHAT_IS_SETTLED : 0)
                + (!alien && saysSomethingElse() ? Weights.SAYS_SOMETHING_ELSE : 0);
    }

    private boolean saysSomethingElse() {
        if (somethingElse == null) {
            somethingElse = mentions.wording.saysSomethingElse();
        }
        return somethingElse;
    }

    /** How many of a reading's items are no document that is named. */
    private int unnamed(Reading reading, List<Mention> said) {
        int unnamed = 0;
        if (reading.form() != Form.RANGE) {
            for (int item : reading.items()) {
                unnamed += isAmong(said, item) ? 0 : 1;
            }
        }
        return unnamed;
    }

    private boolean isAmong(List<Mention> said, int item) {
        for (Mention one : said) {
            if (book.sameDocument(one.item(), item)) {
                return true;
            }
        }
        return false;
    }

    /** Each document once. */
    private void enter(List<Mention> said, Mention next) {
        if (!isAmong(said, next.item())) {
            said.add(next);
        }
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
