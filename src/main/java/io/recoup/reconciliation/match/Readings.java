package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Every way to understand one payment that is worth weighing. Counts how many it looked at. */
final class Readings {

    private static final int MOST_DEBTORS = 12;
    private static final int MOST_BY_AMOUNT = 8;
    private static final int MOST_ALIKE = 50;
    private static final int MOST_ALIKE_NAMES = 5;

    private final Book book;
    private final Mentions mentions;
    private final Payer payer;
    private final Considered considered;

    private Readings(Considered considered, Payer payer) {
        this.considered = considered;
        this.payer = payer;
        book = considered.book;
        mentions = considered.mentions;
    }

    static List<Reading> of(Book book, MatchPayment payment, MatchPolicy policy, Mentions mentions, Payer payer) {
        Considered considered = new Considered(book, payment, policy, mentions);
        new Readings(considered, payer).find();
        return considered.readings();
    }

    private void find() {
        Sums sums = new Sums(considered);
        int[] named = mentions.items.values().stream()
                .mapToInt(Mentions.Mention::item)
                .filter(considered::canBePaid)
                .boxed()
                .sorted(Comparator.comparing(book::id))
                .mapToInt(Integer::intValue)
                .toArray();
        if (named.length > 0) {
            considered.set(named, Form.NAMED, true);
            if (named.length > 1) {
                for (int item : named) {
                    considered.set(new int[] {item}, Form.NAMED, named.length <= 3);
                }
                sums.subsets(Payable.of(book, named), new int[0], Form.NAMED);
            }
            Ints range = Continuations.between(mentions, book, mentions.pieces());
            if (range.size() > 2) {
                considered.set(IntStream.range(0, range.size()).map(range::get).toArray(), Form.RANGE, false);
            }
        }
        if (considered.isExact()) {
            return;
        }
        AccountReadings accounts = new AccountReadings(considered, sums);
        for (int debtor : debtors(named)) {
            accounts.of(
                    debtor,
                    IntStream.of(named)
                            .filter(item -> book.debtorOf(item) == debtor)
                            .toArray(),
                    named);
        }
        if (named.length == 0) {
            withTheAmount();
            misspelt();
        }
    }

    /** Whose they may be: those named in part, then due first; none where so many have the amount that it says nothing. */
    private void withTheAmount() {
        Ints alike = book.withAmount(considered.currency, considered.amount, MOST_ALIKE + 1);
        if (alike.size() > MOST_ALIKE) {
            return;
        }
        int[] payable = IntStream.range(0, alike.size())
                .map(alike::get)
                .filter(considered::canBePaid)
                .boxed()
                .sorted(considered.dueFirst())
                .mapToInt(Integer::intValue)
                .toArray();
        boolean hint = mentions.wording.longestUnexplained() >= WeakNaming.SHORTEST_END;
        for (int i = 0; i < payable.length; i++) {
            boolean weak = hint && !mentions.items.containsKey(payable[i]) && considered.isWeaklyNamed(payable[i]);
            if (weak || i < MOST_BY_AMOUNT) {
                considered.set(new int[] {payable[i]}, weak ? Form.NAMED : Form.ONE, false);
            }
        }
    }

    /**
     * Of whomever, where nobody knows the payer and nothing in the text is known by now: the only one whose number is nearly
     * said may be paid in part.
     */
    private void misspelt() {
        if (payer.isKnown() || mentions.namesSomethingNearly()) {
            return;
        }
        Ints nearly = Misspelt.in(mentions, book);
        for (int i = 0; i < nearly.size(); i++) {
            if (considered.canBePaid(nearly.get(i)) && considered.isWeaklyNamed(nearly.get(i))) {
                considered.set(new int[] {nearly.get(i)}, Form.NAMED, nearly.size() == 1);
            }
        }
    }

    private Iterable<Integer> debtors(int[] named) {
        TreeSet<Integer> debtors = new TreeSet<>();
        for (int i = 0; i < payer.owners().size() && debtors.size() < MOST_DEBTORS; i++) {
            Ints group = book.group(payer.owners().get(i));
            for (int j = 0; j < group.size() && debtors.size() < MOST_DEBTORS; j++) {
                debtors.add(group.get(j));
            }
        }
        for (int i = 0; i < mentions.debtors.size() && debtors.size() < MOST_DEBTORS; i++) {
            debtors.add(mentions.debtors.get(i));
        }
        for (int debtor : payer.alike().mostAlike(book, MOST_ALIKE_NAMES)) {
            debtors.add(debtor);
        }
        for (int i = 0; i < Math.min(named.length, 4); i++) {
            debtors.add(book.debtorOf(named[i]));
        }
        return debtors;
    }
}
