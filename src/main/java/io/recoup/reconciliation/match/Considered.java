package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;
import io.recoup.reconciliation.match.Stratum.Amount;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final int issuedUntil;
    private final int kind;
    private final long tolerance;
    private final List<Reading> readings = new ArrayList<>();
    /** Of the items of each. */
    private final Ints hashes = new Ints();

    Considered(Book book, MatchPayment payment, MatchPolicy policy, Mentions mentions) {
        this.book = book;
        this.payment = payment;
        this.policy = policy;
        this.mentions = mentions;
        amount = payment.amount().minor();
        currency = payment.amount().currencyCode();
        issuedUntil = (int) policy.issuedUntil(payment).toEpochDay();
        kind = book.currency(currency);
        tolerance = policy.tolerance(payment);
    }

    List<Reading> readings() {
        return readings;
    }

    /** Nothing unnamed competes with what is named and adds up. */
    boolean isExact() {
        for (Reading reading : readings) {
            if (reading.amount() == Amount.EXACT) {
                return true;
            }
        }
        return false;
    }

    boolean canBePaid(int item) {
        return book.open(item) > 0
                && book.currency(item) == kind
                && book.issued(item) <= issuedUntil
                && !isDeclined(item);
    }

    /** The same of one of a debtor's open items. */
    boolean canBePaid(ItemsOfDebtor open, int at) {
        return ItemRows.currency(open.mark(at)) == kind && open.issued(at) <= issuedUntil && !isDeclined(open.get(at));
    }

    private boolean isDeclined(int item) {
        return !payment.declined().isEmpty() && payment.declined().contains(book.id(item));
    }

    Comparator<Integer> dueFirst() {
        return (one, other) -> one.equals(other) ? 0 : book.isDueFirst(one, other) ? -1 : 1;
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
        long sum = 0;
        long owed = 0;
        for (int item : items) {
            long signed = book.signed(item);
            sum += signed;
            owed += Math.max(0, signed);
        }
        set(items, sum, owed, form, inPart);
    }

    /** The same of a set that is not understood in part. */
    void set(Payable set, Form form) {
        if (set.size() > 0) {
            long sum = 0;
            long owed = 0;
            for (long signed : set.signed()) {
                sum += signed;
                owed += Math.max(0, signed);
            }
            set(set.items(), sum, owed, form, false);
        }
    }

    /** @param owed the sum without credit notes */
    private void set(int[] items, long sum, long owed, Form form, boolean inPart) {
        long shortfall = sum - amount;
        if (shortfall == 0) {
            keep(Reading.of(book, items, form));
            return;
        }
        Reading discounted = mayBeDiscounts(shortfall, owed, items.length)
                ? Discounts.taken(book, Reading.of(book, items, form), shortfall, payment.on(), policy)
                : null;
        if (discounted != null) {
            keep(discounted);
        } else if (shortfall > 0 && shortfall <= tolerance && shortfall * 4 < sum) {
            keep(Reading.of(book, items, form).less(shortfall, true).as(Amount.TOLERANCE));
        } else if (inPart && shortfall > 0 && items.length == 1) {
            keep(Reading.of(book, items, form).less(shortfall, false).as(Amount.PARTIAL));
        } else if (inPart && shortfall < 0) {
            keep(Reading.of(book, items, form).as(Amount.OVER));
        }
    }

    /** False where the highest discount on everything would not make up for it, each rounded and the payer's too. */
    private boolean mayBeDiscounts(long shortfall, long owed, int items) {
        return shortfall > 0 && shortfall - 2L * items <= owed * (book.mostDiscount() / 100.0);
    }

    void keep(Reading reading) {
        int hash = Arrays.hashCode(reading.items());
        for (int i = 0; i < hashes.size(); i++) {
            if (hashes.get(i) == hash && readings.get(i).sameItems(reading)) {
                return;
            }
        }
        hashes.add(hash);
        readings.add(reading);
    }
}
