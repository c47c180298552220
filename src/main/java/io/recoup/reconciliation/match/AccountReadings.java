package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.stream.IntStream;

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
        int[] open = open(debtor);
        weak(open, named);
        if (named.length == 0 || mentions.wording.asksForOldest()) {
            oldestInPart(open);
        }
        if (open.length < 2) {
            return;
        }
        for (Book.Reminder reminder : book.remindersOf(debtor)) {
            long days = ChronoUnit.DAYS.between(reminder.on(), payment.on());
            if (days >= 0 && days <= REMEMBERED_DAYS) {
                considered.set(
                        Ints.those(open, item -> reminder.documents()
                                .contains(book.item(item).number())),
                        Form.REMINDED,
                        false);
            }
        }
        considered.set(open, Form.ACCOUNT, false);
        int[] due = Ints.those(open, item -> !book.item(item).dueOn().isAfter(payment.on()));
        considered.set(due, Form.DUE, false);
        oldest(open);
        sums.windows(open);
        if (namedHere.length > 0 && namedHere.length == named.length) {
            sums.subsets(open, namedHere, Form.NAMED_AND_MORE);
        } else if (named.length == 0) {
            sums.subsets(open, new int[0], Form.SUBSET);
            if (open.length <= MOST_OLDEST) {
                sums.allBut(open);
                sums.allBut(due);
            }
        }
    }

    /** Serial numbers alone, and misspelt numbers, which mean something only for a debtor already thought of. */
    private void weak(int[] open, int[] named) {
        int[] meant = Ints.those(open, item -> !mentions.items.containsKey(item) && considered.isWeaklyNamed(item));
        if (meant.length == 0 || meant.length > 12) {
            return;
        }
        considered.set(meant, Form.NAMED, meant.length == 1);
        int[] both = IntStream.concat(IntStream.of(meant), IntStream.of(named)).toArray();
        if (both.length > meant.length) {
            considered.set(both, Form.NAMED, false);
        }
        if (meant.length > 1) {
            for (int item : meant) {
                considered.set(new int[] {item}, Form.NAMED, false);
            }
        }
    }

    private int[] open(int debtor) {
        Ints all = book.openItemsOf(debtor);
        int[] open = new int[all.size()];
        int count = 0;
        for (int i = 0; i < open.length; i++) {
            if (considered.canBePaid(all.get(i))) {
                open[count++] = all.get(i);
            }
        }
        return Arrays.copyOf(open, count);
    }

    private void oldest(int[] open) {
        long sum = 0;
        for (int count = 1; count < open.length && count <= MOST_OLDEST; count++) {
            sum += book.signed(open[count - 1]);
            if (count > 1 && sum == amount) {
                considered.set(Arrays.copyOf(open, count), Form.OLDEST, false);
            }
        }
    }

    /** Money for the oldest that is issued: the last item in part; credit notes are not used up unasked. */
    private void oldestInPart(int[] open) {
        int[] owed = Ints.those(
                open,
                item -> !book.item(item).isCredit()
                        && !book.item(item).issuedOn().isAfter(payment.on()));
        long sum = 0;
        for (int count = 1; count <= Math.min(MOST_OLDEST, owed.length); count++) {
            int last = owed[count - 1];
            sum += book.open(last);
            if (sum > amount) {
                considered.keep(Reading.of(book, Arrays.copyOf(owed, count), Form.OLDEST_IN_PART)
                        .lessOf(last, sum - amount));
                return;
            }
            if (sum == amount) {
                return;
            }
        }
    }
}
