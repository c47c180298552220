package io.recoup.receivables.store;

import io.recoup.money.Money;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.RefusedEntry;
import io.recoup.receivables.RefusedEntry.Why;
import io.recoup.refusal.Refused.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * How the parts of one payment are posted: credit notes are set against the items of their debtor in the order given,
 * money pays the rest of each. Amounts are minor units.
 */
record Allotment(List<Part> parts, List<Owed> rows, List<Share> shares) {

    /** @param credit the credit note that settles this share; null when money does */
    record Share(Owed item, Owed credit, long minor) {}

    /** @throws RefusedEntry if an item is named twice, cannot be paid, or a credit note finds nothing to be set against */
    static Allotment of(List<Part> parts, List<Owed> rows) {
        Set<Long> named = new HashSet<>();
        int credits = 0;
        for (Owed row : rows) {
            if (!named.add(row.id())) {
                throw new RefusedEntry(Why.NAMED_TWICE);
            }
            credits += isCredit(row) ? 1 : 0;
        }
        for (Owed row : rows) {
            if (row.moneyless() || credits == rows.size()) {
                throw new RefusedEntry(
                        row.moneyless() ? Why.HAS_INSTALMENTS : Why.CREDIT_NOTES_ALONE,
                        Word.of("item.kind.", row.kind()),
                        row.number());
            }
        }
        long[] left = new long[parts.size()];
        Arrays.setAll(left, i -> parts.get(i).amount().minor());
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!isCredit(rows.get(i))) {
                for (int credit = 0; credits > 0 && credit < rows.size(); credit++) {
                    if (isCredit(rows.get(credit))
                            && rows.get(credit).debtorId() == rows.get(i).debtorId()) {
                        long taken = Math.min(left[i], left[credit]);
                        enter(shares, new Share(rows.get(i), rows.get(credit), taken));
                        left[i] -= taken;
                        left[credit] -= taken;
                    }
                }
                enter(shares, new Share(rows.get(i), null, left[i]));
                left[i] = 0;
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (left[i] > 0) {
                throw new RefusedEntry(
                        Why.CREDIT_TOO_HIGH,
                        rows.get(i).number(),
                        Money.of(left[i], rows.get(i).currency()));
            }
        }
        return new Allotment(parts, rows, shares);
    }

    private static boolean isCredit(Owed row) {
        return row.kind().equals("credit_note");
    }

    private static void enter(List<Share> shares, Share share) {
        if (share.minor() > 0) {
            shares.add(share);
        }
    }

    /** What the receipt gives. */
    long money() {
        long money = 0;
        for (Share share : shares) {
            money += share.credit() == null ? share.minor() : 0;
        }
        return money;
    }

    void check(String currency, long leftMinor, ToLongFunction<Owed> open) {
        for (int i = 0; i < rows.size(); i++) {
            check(parts.get(i), rows.get(i), currency, open.applyAsLong(rows.get(i)));
        }
        Money left = Money.of(leftMinor, currency);
        Money given = Money.of(money(), currency);
        if (given.exceeds(left)) {
            throw new RefusedEntry(Why.LESS_LEFT, left, given);
        }
        if (given.isZero()) {
            throw new RefusedEntry(Why.NOTHING_TO_PAY);
        }
    }

    private static void check(Part part, Owed item, String currency, long openMinor) {
        String number = item.number();
        if (!part.amount().isPositive()) {
            throw new RefusedEntry(Why.PART_NOT_POSITIVE, number, part.amount());
        }
        if (!item.currency().equals(currency) || !part.amount().currencyCode().equals(currency)) {
            throw new RefusedEntry(Why.OTHER_CURRENCY, currency, number, item.currency());
        }
        Money open = Money.of(openMinor, item.currency());
        Money settled = part.amount().plus(part.forgiven());
        if (settled.exceeds(open)) {
            throw new RefusedEntry(Why.LESS_OPEN, number, open, settled);
        }
    }
}
