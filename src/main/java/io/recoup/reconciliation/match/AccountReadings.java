package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;
import java.util.Arrays;

/** Readings of the account of a debtor who may have paid. */
final class AccountReadings {

    private static final int MOST_OLDEST = 40;
    private static final int REMEMBERED_DAYS = 60;

    private final Considered considered;
    private final Sums sums;
    private final Book book;
    private final MatchPayment payment;
    private final Mentions mentions;
    private final long amount;

    AccountReadings(Considered considered, Sums sums) {
        this.considered = considered;
        this.sums = sums;
        book = considered.book;
        payment = considered.payment;
        mentions = considered.mentions;
        amount = considered.amount;
    }

    /** @param named what the text names of any debtor */
    void of(int debtor, int[] namedHere, int[] named) {
        Ints exact = book.ofDebtorWithAmount(debtor, considered.currency, amount);
        for (int i = 0; i < exact.size(); i++) {
            if (considered.canBePaid(exact.get(i))) {
                considered.set(new int[] {exact.get(i)}, Form.ONE, false);
            }
        }
        ItemsOfDebtor all = book.openItemsOf(debtor);
        weak(all, named);
        if (named.length == 0 || mentions.wording.asksForOldest()) {
            oldestInPart(all);
        }
        Payable open = payable(all);
        if (open.size() < 2) {
            return;
        }
        reminded(debtor);
        considered.set(open, Form.ACCOUNT);
        Payable due = due(open);
        considered.set(due, Form.DUE);
        oldest(open);
        sums.windows(open);
        if (namedHere.length > 0 && namedHere.length == named.length) {
            sums.subsets(open, namedHere, Form.NAMED_AND_MORE);
        } else if (named.length == 0) {
            sums.subsets(open, new int[0], Form.SUBSET);
            if (open.size() <= MOST_OLDEST) {
                sums.allBut(open);
                sums.allBut(due);
            }
        }
    }

    private void reminded(int debtor) {
        for (Letter letter : book.lettersTo(debtor)) {
            long days = payment.on().toEpochDay() - letter.on().toEpochDay();
            if (days >= 0 && days <= REMEMBERED_DAYS) {
                considered.set(Ints.those(letter.items(book, debtor), considered::canBePaid), Form.REMINDED, false);
            }
        }
    }

    /** Serial numbers alone, and misspelt numbers, which mean something only for a debtor already thought of. */
    private void weak(ItemsOfDebtor all, int[] named) {
        Ints meant = new Ints();
        for (int at = 0; at < all.size(); at++) {
            if (mentions.mayShow(all, at)
                    && considered.canBePaid(all, at)
                    && !mentions.items.containsKey(all.get(at))
                    && considered.isWeaklyNamed(all.get(at))) {
                meant.add(all.get(at));
            }
        }
        if (meant.size() == 0 || meant.size() > 12) {
            return;
        }
        int[] weak = meant.toArray();
        considered.set(weak, Form.NAMED, weak.length == 1);
        if (named.length > 0) {
            considered.set(Ints.join(weak, named), Form.NAMED, false);
        }
        if (weak.length > 1) {
            for (int item : weak) {
                considered.set(new int[] {item}, Form.NAMED, false);
            }
        }
    }

    private Payable payable(ItemsOfDebtor all) {
        int size = all.size();
        Payable open = new Payable(new int[size], new long[size], new int[size]);
        int count = 0;
        for (int at = 0; at < size; at++) {
            if (considered.canBePaid(all, at)) {
                open.items()[count] = all.get(at);
                open.signed()[count] = all.signed(at);
                open.due()[count++] = all.due(at);
            }
        }
        return open.part(0, count);
    }

    private Payable due(Payable open) {
        int on = (int) payment.on().toEpochDay();
        int count = 0;
        while (count < open.size() && open.due()[count] <= on) {
            count++;
        }
        return open.part(0, count);
    }

    private void oldest(Payable open) {
        long sum = 0;
        for (int count = 1; count < open.size() && count <= MOST_OLDEST; count++) {
            sum += open.signed()[count - 1];
            if (count > 1 && sum == amount) {
                considered.set(Arrays.copyOf(open.items(), count), Form.OLDEST, false);
            }
        }
    }

    /** Money for the oldest that is issued: the last item in part; credit notes are not used up unasked. */
    private void oldestInPart(ItemsOfDebtor all) {
        int on = (int) payment.on().toEpochDay();
        int[] owed = new int[MOST_OLDEST];
        int count = 0;
        long sum = 0;
        for (int at = 0; at < all.size() && count < MOST_OLDEST && sum != amount; at++) {
            if (all.signed(at) > 0 && all.issued(at) <= on && considered.canBePaid(all, at)) {
                owed[count++] = all.get(at);
                sum += all.signed(at);
                if (sum > amount) {
                    considered.keep(Reading.of(book, Arrays.copyOf(owed, count), Form.OLDEST_IN_PART)
                            .lessOf(all.get(at), sum - amount));
                    return;
                }
            }
        }
    }
}
