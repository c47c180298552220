package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Mentions.Mention;
import io.recoup.reconciliation.match.Stratum.Party;
import java.util.Arrays;
import java.util.List;

/**
 * The signs of one decision.
 *
 * @param bands by {@link Sign}; -1 where a sign has nothing to say
 */
record Signs(Stratum stratum, int[] bands) {

    private static final int NOT_NAMED = 9;

    /** Banks charge multiples of this, in minor units. */
    private static final int FEE = 250;

    int band(Sign sign) {
        return bands[sign.ordinal()];
    }

    /** @param weighed best first; at least one */
    static Signs of(
            Book book,
            MatchPayment payment,
            Mentions mentions,
            Payer payer,
            List<Weighed> weighed,
            int score,
            int doubted,
            boolean fromAbroad) {
        int[] bands = new int[Sign.values().length];
        Arrays.fill(bands, -1);
        Signs signs = new Signs(weighed.get(0).stratum(), bands);
        signs.put(Sign.NAMING, signs.stratum().naming().ordinal());
        signs.put(Sign.AMOUNT, signs.stratum().amount().ordinal());
        signs.put(Sign.PARTY, signs.stratum().party().ordinal());
        signs.put(Sign.SCORE, score);
        signs.put(Sign.TWIN, doubted);
        signs.put(Sign.ABROAD, fromAbroad ? 1 : 0);
        signs.put(Sign.DATED, Dated.of(weighed.get(0).reading(), book, mentions).ordinal());
        signs.lead(book, weighed);
        signs.text(mentions, weighed.get(0).reading());
        signs.set(book, payment, weighed.get(0));
        signs.amount(book, payment, weighed.get(0).reading());
        int debtor = book.debtorOf(weighed.get(0).reading().items()[0]);
        signs.put(Sign.OWNERS, payer.owners().size());
        signs.put(Sign.OPEN, book.openItemsOf(debtor).size());
        if (weighed.get(0).stratum().party() != Party.ACCOUNT) {
            signs.put(Sign.LIKENESS, Math.round(100 * payer.likeness(debtor)));
        }
        return signs;
    }

    private void put(Sign sign, long value) {
        bands[sign.ordinal()] = sign.band(value);
    }

    private void lead(Book book, List<Weighed> weighed) {
        if (weighed.size() > 1) {
            Weighed best = weighed.get(0);
            Weighed next = weighed.get(1);
            boolean same = book.debtorOf(best.reading().items()[0])
                    == book.debtorOf(next.reading().items()[0]);
            put(same ? Sign.LEAD : Sign.LEAD_ON_ANOTHER, (long) best.weight() - next.weight());
        }
    }

    private void text(Mentions mentions, Reading reading) {
        put(Sign.UNEXPLAINED, mentions.wording.longestUnexplained());
        put(Sign.STRANGERS, mentions.hasAlienReference() ? 3 : Math.min(2, mentions.aliens()));
        put(Sign.WISH, mentions.wording.purpose().ordinal());
        put(Sign.CUSTOMERS, mentions.debtors.size());
        int left = 0;
        for (Mention mention : mentions.items.values()) {
            left += !WeakNaming.isKind(mention.kind()) && !reading.has(mention.item()) ? 1 : 0;
        }
        put(Sign.LEFT_OUT, left);
        int weakest = 0;
        for (int i = 0; i < reading.items().length && weakest < NOT_NAMED; i++) {
            Mention mention = mentions.items.isEmpty() ? null : mentions.items.get(reading.items()[i]);
            int kind = mention == null ? NOT_NAMED : mention.kind();
            weakest = Math.max(weakest, kind >= Numbers.ORDER ? kind : 0);
        }
        put(Sign.NAMED_BY, weakest);
    }

    private void set(Book book, MatchPayment payment, Weighed best) {
        Reading reading = best.reading();
        put(Sign.FORM, reading.form().ordinal());
        put(Sign.ITEMS, reading.items().length);
        put(Sign.DAY, best.date());
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        boolean printed = false;
        for (int item : reading.items()) {
            printed |= book.isPrinted(item);
            if (reading.items().length == 1 || !book.isCredit(item)) {
                first = Math.min(first, book.due(item));
                last = Math.max(last, book.due(item));
            }
        }
        boolean used = best.stratum().naming() == Stratum.Naming.REFERENCE;
        put(Sign.PRINTED, !printed ? 0 : used ? 1 : 2);
        put(Sign.OVERDUE, payment.on().toEpochDay() - first);
        put(Sign.SPREAD, (long) last - first);
        put(Sign.SKIPPED, skipped(book, reading, Math.min(last, (int)
                payment.on().toEpochDay())));
    }

    private static int skipped(Book book, Reading reading, int until) {
        ItemsOfDebtor open = book.openItemsOf(book.debtorOf(reading.items()[0]));
        int skipped = 0;
        for (int i = 0; i < open.size() && open.due(i) < until; i++) {
            skipped += !ItemRows.isCredit(open.mark(i)) && !reading.has(open.get(i)) ? 1 : 0;
        }
        return skipped;
    }

    private static int shortfall(long open, long shortfall) {
        boolean fee = shortfall % FEE == 0;
        long rounded = (100 * shortfall + open / 2) / open;
        boolean percentage = rounded > 0 && Math.abs(open * rounded / 100 - shortfall) <= 1;
        return percentage ? fee ? 4 : 3 : fee ? 2 : 1;
    }

    /** At the end of an amount in minor units, up to four. */
    static int zeros(long minor) {
        int zeros = 0;
        for (long rest = minor; zeros < 4 && rest % 10 == 0; rest /= 10) {
            zeros++;
        }
        return zeros;
    }

    private void amount(Book book, MatchPayment payment, Reading reading) {
        long minor = payment.amount().minor();
        String currency = payment.amount().currencyCode();
        int equal = book.ofDebtorWithAmount(book.debtorOf(reading.items()[0]), currency, minor)
                .size();
        put(Sign.EQUAL, equal);
        put(Sign.EQUAL_OF_OTHERS, Math.max(0, book.countOfAmount(currency, minor) - equal));
        put(Sign.ROUND, zeros(minor));
        long open = 0;
        for (int item : reading.items()) {
            open += book.signed(item);
        }
        put(Sign.FALLS_SHORT, open <= minor ? 0 : shortfall(open, open - minor));
        if (open > minor) {
            put(Sign.SHORT, 1_000 * (open - minor) / open);
        } else if (open > 0) {
            put(Sign.OVER, 1_000 * (minor - open) / open);
        }
    }
}
