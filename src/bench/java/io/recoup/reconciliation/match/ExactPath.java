package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Stratum.Party;

/**
 * The exact lane on rows as they come from a table: a closed batch of payments on a whole ledger, without an object for
 * either. What another payment of the batch may dispute is left to the engine, as is what the lane does not find.
 */
public final class ExactPath {

    private static final int NONE = ExactLane.NONE;
    private static final byte DISPUTED = 2;

    private final ExactIndex index;
    private final int debtors;
    private final Thresholds thresholds;
    private final int[] item;
    private final int[] confidence;
    private final long[] twin;
    private byte[] claims = new byte[0];
    private ExactLane lane;
    private ExactAhead ahead;
    private ExactOdds odds;
    private int payments;

    public ExactPath(int items, int debtors, int payments, Thresholds thresholds) {
        index = new ExactIndex(items, debtors);
        this.debtors = debtors;
        this.thresholds = thresholds;
        item = new int[payments];
        confidence = new int[payments];
        twin = new long[payments];
    }

    public void debtor(int debtor, CharSequence account) {
        index.pays(account, debtor);
    }

    /**
     * @param issued days since 1970, as {@code due}
     * @param minor what is open
     */
    public void item(int debtor, CharSequence number, int issued, int due, long minor, String currency) {
        index.add(debtor, number, null, issued, due, minor, currency);
    }

    /** Every item is in. */
    public void close() {
        ExactOwed owed = index.owed(debtors);
        lane = new ExactLane(index);
        ahead = new ExactAhead(index, owed);
        odds = new ExactOdds(index.items, owed, thresholds);
        claims = new byte[index.items.size()];
    }

    /**
     * @param on days since 1970
     * @param remittance is not looked at once this returns, nor is the account
     */
    public void payment(int on, long minor, String currency, CharSequence account, CharSequence remittance) {
        ahead.put(on, minor, currency, account, remittance);
        if (ahead.isFull()) {
            decideThoseAhead();
        }
    }

    private void decideThoseAhead() {
        ahead.fetch(claims);
        for (int i = 0; i < ahead.count(); i++) {
            decide(i);
        }
        ahead.clear();
    }

    private void decide(int i) {
        ExactText text = ahead.text(i);
        int found = lane.find(text, ahead.on(i), ahead.minor(i), ahead.currency(i));
        twin[payments] = Hash.of(ahead.account(i), ahead.minor(i));
        item[payments] = NONE;
        if (found >= 0 && index.owner(ahead.account(i)) == index.items.debtor(found)) {
            int sure = odds.confidence(
                    lane,
                    found,
                    ExactOdds.naming(lane),
                    Party.ACCOUNT,
                    odds.weightOfAccount(found),
                    0,
                    1,
                    ahead.on(i),
                    ahead.isFromAbroad(i));
            if (sure != ExactOdds.NOT_SURE) {
                item[payments] = found;
                confidence[payments] = sure;
                claims[found] = (byte) Math.min(DISPUTED, claims[found] + 1);
            }
        }
        if (item[payments] == NONE) {
            disputeWhatItNames(text);
        }
        payments++;
    }

    private void disputeWhatItNames(ExactText text) {
        for (int from = 0; from < text.count(); from++) {
            int most = Math.min(text.count(), from + Mentions.LONGEST_RUN);
            for (int to = from; to < most && text.length(from, to) <= KeyShapes.LONGEST; to++) {
                if (index.shapes.has(text.length(from, to), text.digits(from, to), text.isDigits(from))) {
                    long hash = text.hash(from, to);
                    for (int entry = index.keys.first(hash); entry >= 0; entry = index.keys.next(entry)) {
                        claims[index.keys.thing(entry)] = DISPUTED;
                    }
                }
            }
        }
    }

    /**
     * Every payment is in: leaves to the engine whose item another one names, and who sent the same amount as one that is
     * left.
     */
    public void finish() {
        decideThoseAhead();
        KeyIndex left = new KeyIndex();
        for (int payment = 0; payment < payments; payment++) {
            if (item[payment] != NONE && claims[item[payment]] == DISPUTED) {
                item[payment] = NONE;
            }
            if (item[payment] == NONE) {
                left.add(twin[payment], payment, 0);
            }
        }
        for (int payment = 0; payment < payments; payment++) {
            if (item[payment] != NONE && left.first(twin[payment]) >= 0) {
                item[payment] = NONE;
            }
        }
    }

    /** The place of the item that it pays in full; below zero where the engine has to look. */
    public int itemOf(int payment) {
        return item[payment];
    }

    /** What is open of an item, in minor units. */
    public long minorOf(int place) {
        return index.items.open(place);
    }

    /** Log-odds that it is right, in thousandths of a nat. */
    public int confidenceOf(int payment) {
        return confidence[payment];
    }
}
