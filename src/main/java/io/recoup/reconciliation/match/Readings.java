package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Reading.Form;
import io.recoup.reconciliation.match.Stratum.Amount;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Every way to understand one payment that is worth weighing. Counts how many it looked at. */
final class Readings {

    private static final int MOST_DEBTORS = 12;
    private static final int MOST_BY_AMOUNT = 8;
    private static final int MOST_ALIKE = 50;
    private static final int MOST_OLDEST = 40;
    private static final int REMEMBERED_DAYS = 60;

    private final Book book;
    private final MatchPayment payment;
    private final MatchPolicy policy;
    private final Mentions mentions;
    private final Payer payer;
    private final long amount;
    private final String currency;
    private final List<Reading> readings = new ArrayList<>();

    private Readings(Book book, MatchPayment payment, MatchPolicy policy, Mentions mentions, Payer payer) {
        this.book = book;
        this.payment = payment;
        this.policy = policy;
        this.mentions = mentions;
        this.payer = payer;
        amount = payment.amount().minor();
        currency = payment.amount().currencyCode();
    }

    static List<Reading> of(Book book, MatchPayment payment, MatchPolicy policy, Mentions mentions, Payer payer) {
        Readings all = new Readings(book, payment, policy, mentions, payer);
        all.find();
        return all.readings;
    }

    private void find() {
        int[] named = mentions.items.values().stream()
                .mapToInt(Mentions.Mention::item)
                .filter(this::canBePaid)
                .boxed()
                .sorted(Comparator.comparing(item -> book.item(item).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        if (named.length > 0) {
            set(named, Form.NAMED, true);
            if (named.length > 1) {
                for (int item : named) {
                    set(new int[] {item}, Form.NAMED, named.length <= 3);
                }
                subsets(named, new int[0], Form.NAMED);
            }
            Ints range = Continuations.between(mentions, book, mentions.pieces());
            if (range.size() > 2) {
                set(IntStream.range(0, range.size()).map(range::get).toArray(), Form.RANGE, false);
            }
        }
        if (isExactlyNamed()) {
            return;
        }
        for (int debtor : debtors(named)) {
            of(
                    debtor,
                    IntStream.of(named)
                            .filter(item -> book.debtorOf(item) == debtor)
                            .toArray(),
                    named);
        }
        if (named.length == 0) {
            for (int item : withTheAmount()) {
                set(new int[] {item}, Form.ONE, false);
            }
        }
    }

    /** Whose they may be, due first; none where so many have the amount that it says nothing. */
    private int[] withTheAmount() {
        Ints alike = book.withAmount(currency, amount, MOST_ALIKE + 1);
        if (alike.size() > MOST_ALIKE) {
            return new int[0];
        }
        return IntStream.range(0, alike.size())
                .map(alike::get)
                .filter(this::canBePaid)
                .boxed()
                .sorted(dueFirst())
                .limit(MOST_BY_AMOUNT)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Nothing unnamed competes with what is named and adds up. */
    private boolean isExactlyNamed() {
        for (Reading reading : readings) {
            if (reading.amount() == Amount.EXACT) {
                return true;
            }
        }
        return false;
    }

    private Comparator<Integer> dueFirst() {
        return Comparator.comparing((Integer item) -> book.item(item).dueOn())
                .thenComparing(item -> book.item(item).id());
    }

    private boolean canBePaid(int item) {
        return book.open(item) > 0
                && book.item(item).open().currencyCode().equals(currency)
                && !payment.declined().contains(book.item(item).id())
                && !book.item(item).issuedOn().isAfter(payment.on().plusDays(policy.daysAhead()));
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
        payer.alike().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Integer, Double> entry) -> -entry.getValue())
                        .thenComparing(entry -> book.debtor(entry.getKey()).key()))
                .limit(5)
                .forEach(entry -> debtors.add(entry.getKey()));
        for (int i = 0; i < Math.min(named.length, 4); i++) {
            debtors.add(book.debtorOf(named[i]));
        }
        return debtors;
    }

    /** Readings of one debtor's account. */
    private void of(int debtor, int[] namedHere, int[] named) {
        Ints exact = book.ofDebtorWithAmount(debtor, currency, amount);
        for (int i = 0; i < exact.size(); i++) {
            if (canBePaid(exact.get(i))) {
                set(new int[] {exact.get(i)}, Form.ONE, false);
            }
        }
        int[] open = open(debtor);
        weak(open, named);
        if (open.length < 2) {
            return;
        }
        for (Book.Reminder reminder : book.remindersOf(debtor)) {
            long days = ChronoUnit.DAYS.between(reminder.on(), payment.on());
            if (days >= 0 && days <= REMEMBERED_DAYS) {
                set(
                        IntStream.of(open)
                                .filter(item -> reminder.documents()
                                        .contains(book.item(item).number()))
                                .toArray(),
                        Form.REMINDED,
                        false);
            }
        }
        set(open, Form.ACCOUNT, false);
        set(
                IntStream.of(open)
                        .filter(item -> !book.item(item).dueOn().isAfter(payment.on()))
                        .toArray(),
                Form.DUE,
                false);
        oldest(open);
        windows(open);
        if (namedHere.length > 0 && namedHere.length == named.length) {
            subsets(open, namedHere, Form.NAMED_AND_MORE);
        } else if (named.length == 0) {
            subsets(open, new int[0], Form.SUBSET);
            if (open.length <= MOST_OLDEST) {
                allBut(open);
                allBut(IntStream.of(open)
                        .filter(item -> !book.item(item).dueOn().isAfter(payment.on()))
                        .toArray());
            }
        }
    }

    /** Serial numbers alone, and misspelt numbers, which mean something only for a debtor already thought of. */
    private void weak(int[] open, int[] named) {
        int[] meant = IntStream.of(open)
                .filter(item -> !mentions.items.containsKey(item))
                .filter(this::isWeaklyNamed)
                .toArray();
        if (meant.length == 0 || meant.length > 12) {
            return;
        }
        set(meant, Form.NAMED, false);
        int[] both = IntStream.concat(IntStream.of(meant), IntStream.of(named)).toArray();
        if (both.length > meant.length) {
            set(both, Form.NAMED, false);
        }
        if (meant.length > 1) {
            for (int item : meant) {
                set(new int[] {item}, Form.NAMED, false);
            }
        }
    }

    private boolean isWeaklyNamed(int item) {
        int strength = WeakNaming.strength(book, item, mentions);
        if (strength > 0) {
            mentions.name(item, WeakNaming.KIND, strength, -1, -1);
        }
        return strength > 0;
    }

    private int[] open(int debtor) {
        Ints all = book.openItemsOf(debtor);
        return IntStream.range(0, all.size())
                .map(all::get)
                .filter(this::canBePaid)
                .boxed()
                .sorted(dueFirst())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void oldest(int[] open) {
        long sum = 0;
        for (int count = 1; count < open.length && count <= MOST_OLDEST; count++) {
            sum += book.signed(open[count - 1]);
            if (count > 1 && sum == amount) {
                set(IntStream.of(open).limit(count).toArray(), Form.OLDEST, false);
            }
            if (count > 1 && sum > amount && book.signed(open[count - 1]) > sum - amount) {
                keep(Reading.of(book, IntStream.of(open).limit(count).toArray(), Form.OLDEST_IN_PART)
                        .lessOf(open[count - 1], sum - amount));
                return;
            }
        }
    }

    private void windows(int[] open) {
        for (int from = 1; from < open.length && from < MOST_OLDEST; from++) {
            long sum = 0;
            for (int to = from; to < open.length && to < from + MOST_OLDEST; to++) {
                sum += book.signed(open[to]);
                if (sum == amount && to > from) {
                    set(Arrays.copyOfRange(open, from, to + 1), Form.WINDOW, false);
                }
            }
        }
    }

    /** What is due, or open, but for one item or two. */
    private void allBut(int[] all) {
        long rest = -amount;
        for (int item : all) {
            rest += book.signed(item);
        }
        if (rest <= 0 || all.length < 4) {
            return;
        }
        for (int i = 0; i < all.length; i++) {
            for (int j = i; j < all.length; j++) {
                long left = book.signed(all[i]) + (j > i ? book.signed(all[j]) : 0);
                if (left == rest) {
                    int one = all[i];
                    int other = all[j];
                    set(
                            IntStream.of(all)
                                    .filter(item -> item != one && item != other)
                                    .toArray(),
                            Form.ALL_BUT,
                            false);
                    return;
                }
            }
        }
    }

    /** A list that the bank cut off: what it still named and the oldest of the rest. */
    private void forcedAndOldest(int[] forced, int[] others, long rest) {
        long sum = 0;
        for (int count = 1; count <= others.length; count++) {
            sum += book.signed(others[count - 1]);
            if (sum == rest) {
                set(
                        IntStream.concat(
                                        IntStream.of(forced),
                                        IntStream.of(others).limit(count))
                                .toArray(),
                        Form.NAMED_AND_OLDEST,
                        false);
            }
        }
    }

    private void subsets(int[] open, int[] forced, Form form) {
        long rest = amount;
        for (int item : forced) {
            rest -= book.signed(item);
        }
        if (forced.length > 0 && rest == 0) {
            return;
        }
        int[] others = IntStream.of(open)
                .filter(item -> IntStream.of(forced).noneMatch(one -> one == item))
                .toArray();
        if (forced.length > 0) {
            forcedAndOldest(forced, others, rest);
            for (int item : others) {
                if (book.signed(item) == rest) {
                    set(
                            IntStream.concat(IntStream.of(forced), IntStream.of(item))
                                    .toArray(),
                            form,
                            false);
                }
            }
        }
        if (others.length < 2) {
            return;
        }
        int most = form == Form.NAMED ? 12 : others.length <= 12 ? 5 : 3;
        int[] oldest = Arrays.copyOf(others, Math.min(others.length, Bundles.MOST_ITEMS));
        Bundles.Found found =
                Bundles.of(oldest, IntStream.of(oldest).mapToLong(book::signed).toArray(), rest, most);
        for (int[] set : found.sets()) {
            set(IntStream.concat(IntStream.of(forced), IntStream.of(set)).toArray(), form, false);
        }
    }

    /** Weighs a set by how the amount fits it. */
    private void set(int[] items, Form form, boolean inPart) {
        if (items.length == 0) {
            return;
        }
        Reading whole = Reading.of(book, items, form);
        long sum = whole.paid();
        if (sum == amount) {
            keep(whole);
            return;
        }
        long shortfall = sum - amount;
        Reading discounted = Discounts.taken(book, whole, shortfall, payment.on(), policy);
        if (discounted != null) {
            keep(discounted);
        } else if (shortfall > 0 && shortfall <= policy.tolerance(payment) && shortfall * 4 < sum) {
            keep(whole.less(shortfall, true).as(Amount.TOLERANCE));
        } else if (inPart && shortfall > 0 && items.length == 1) {
            keep(whole.less(shortfall, false).as(Amount.PARTIAL));
        } else if (inPart && shortfall < 0) {
            keep(whole.as(Amount.OVER));
        }
    }

    private void keep(Reading reading) {
        for (Reading known : readings) {
            if (known.sameItems(reading)) {
                return;
            }
        }
        readings.add(reading);
    }
}
