package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Mentions.Mention;
import io.recoup.reconciliation.match.Reading.Form;
import io.recoup.reconciliation.match.Stratum.Naming;
import io.recoup.reconciliation.match.Stratum.Party;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Weighs the readings of one payment against each other. */
final class Scale {

    private final Book book;
    private final MatchPayment payment;
    private final Mentions mentions;
    private final Payer payer;
    private final Forms forms;
    private int sameAmount = -1;

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
        return Arrays.stream(weighed.reading().items())
                .mapToLong(item -> book.item(item).id())
                .sorted()
                .toArray();
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
        MatchItem first = book.item(one.reading().items()[0]);
        MatchItem second = book.item(other.reading().items()[0]);
        int order = first.dueOn().compareTo(second.dueOn());
        return order != 0 ? order < 0 : first.id() <= second.id();
    }

    private Weighed weigh(Reading reading, long tolerance) {
        TreeSet<Integer> debtors = new TreeSet<>();
        int payers = Integer.MIN_VALUE;
        Party party = Party.CONTRADICTING;
        for (int item : reading.items()) {
            int debtor = book.debtorOf(item);
            if (debtors.add(debtor)) {
                payers = Math.max(payers, payer.weight(debtor));
                Party one = payer.of(debtor);
                party = one.compareTo(party) < 0 ? one : party;
            }
        }
        Naming kind = kindOfNaming(reading);
        int prior = Weights.prior(book.openItems());
        return new Weighed(
                reading,
                new Stratum(kind, reading.amount(), party),
                naming(reading),
                amount(reading, tolerance),
                prior + payers - 1_000 * (debtors.size() - 1),
                forms.weight(reading, debtors.first()),
                date(reading),
                1);
    }

    private Naming kindOfNaming(Reading reading) {
        int named = 0;
        int byReference = 0;
        boolean weak = false;
        for (int item : reading.items()) {
            Mention mention = mentions.items.get(item);
            if (mention != null) {
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
            if (Arrays.stream(reading.items()).anyMatch(item -> book.sameDocument(item, mention.item()))) {
                enter(said, mention);
            } else if (!hint) {
                enter(left, mention);
            }
        }
        int sum = Math.max(-12_000, left.size() * Weights.NAMED_BUT_LEFT_OUT);
        if (said.isEmpty()) {
            boolean alien = mentions.aliens() > 0 || mentions.hasAlienReference();
            boolean settled = left.stream().anyMatch(mention -> book.open(mention.item()) == 0);
            return sum
                    + (alien ? Weights.NAMES_WHAT_IS_NOT_OURS : 0)
                    + (settled ? Weights.NAMES_WHAT_IS_SETTLED : 0)
                    + (!alien && mentions.wording.saysSomethingElse() ? Weights.SAYS_SOMETHING_ELSE : 0);
        }
        int first = said.stream().mapToInt(Mention::strength).max().orElse(0);
        int all = said.stream()
                .mapToInt(mention -> Math.min(mention.strength(), Weights.FURTHER))
                .sum();
        long unnamed = reading.form() == Form.RANGE
                ? 0
                : Arrays.stream(reading.items())
                        .filter(item -> said.stream().noneMatch(mention -> book.sameDocument(item, mention.item())))
                        .count();
        return sum
                + Math.min(Weights.MOST_NAMING, first + all - Math.min(first, Weights.FURTHER))
                + (int) Math.max(-2_500, unnamed * Weights.NOT_NAMED_BESIDE_OTHERS)
                + Math.max(-2_400, mentions.aliens() * Weights.NAMES_MORE_THAN_OURS);
    }

    /** Each document once. */
    private void enter(List<Mention> said, Mention next) {
        if (said.stream().noneMatch(one -> book.sameDocument(one.item(), next.item()))) {
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
        int worst = 0;
        for (int item : reading.items()) {
            MatchItem one = book.item(item);
            if (one.issuedOn().isAfter(payment.on())) {
                worst = Math.min(worst, Weights.ISSUED_AFTER);
            }
            long late = one.daysPastDue(payment.on());
            worst = Math.min(worst, Weights.ofLateness(late));
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
