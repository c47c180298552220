package io.recoup.reconciliation.match;

import io.recoup.receivables.InvoiceEntry.Discount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open items and debtors with the indexes by which a payment finds them. Things are known by their place in the
 * order of entry. Built in time proportional to what is entered; entering and reducing one item touches its keys alone.
 */
public final class Book {

    private static final int MOST_COUNTED = 1_000;

    private final List<MatchItem> items = new ArrayList<>();
    private int[] debtorOf = new int[1 << 10];
    private long[] open = new long[1 << 10];
    private int[] due = new int[1 << 10];
    private final List<MatchDebtor> debtors = new ArrayList<>();
    private final List<Ints> itemsOf = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Ints> groups = new HashMap<>();
    private final KeyIndex amounts = new KeyIndex();
    private final KeyIndex amountsOfDebtors = new KeyIndex();
    private final Map<Long, Integer> placesOfItems = new HashMap<>();
    private final Map<Integer, List<Reminder>> reminders = new HashMap<>();
    private int openItems;
    private boolean reduced;
    private Whole whole = Whole.NOTHING;

    final Numbers numbers = new Numbers();
    final Payers payers = new Payers();

    /** Says that this book holds but a part of a ledger. */
    public void isPartOf(Whole ledger) {
        whole = ledger;
        payers.arePartOf(ledger);
        ledger.numbers().forEach(numbers::showShape);
    }

    public void add(MatchDebtor debtor) {
        Integer known = places.putIfAbsent(debtor.key(), debtors.size());
        if (known != null) {
            debtors.set(known, debtor);
        } else {
            debtors.add(debtor);
            itemsOf.add(new Ints());
        }
        int place = places.get(debtor.key());
        payers.add(debtor, place);
        if (debtor.group() != null) {
            groups.computeIfAbsent(debtor.group(), key -> new Ints()).add(place);
        }
    }

    /** A debtor of whom nothing but its key is known is entered with it. */
    public void add(MatchItem item) {
        if (!places.containsKey(item.debtor())) {
            add(new MatchDebtor(item.debtor(), List.of(), List.of(), null, null));
        }
        int place = items.size();
        if (place == open.length) {
            open = Arrays.copyOf(open, place * 2);
            debtorOf = Arrays.copyOf(debtorOf, place * 2);
            due = Arrays.copyOf(due, place * 2);
        }
        items.add(item);
        placesOfItems.put(item.id(), place);
        debtorOf[place] = places.get(item.debtor());
        open[place] = item.open().minor();
        due[place] = (int) item.dueOn().toEpochDay();
        numbers.add(item, place);
        if (open[place] > 0) {
            openItems++;
            enterOpen(itemsOf.get(debtorOf[place]), place);
            enterAmounts(place);
        }
    }

    private void enterOpen(Ints open, int place) {
        int from = 0;
        int to = open.size();
        if (to > 0 && isDueFirst(open.get(to - 1), place)) {
            from = to;
        }
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isDueFirst(open.get(middle), place)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        open.insert(from, place);
    }

    /** Whether the one is due before the other, or on the same day and has the lower id. */
    boolean isDueFirst(int one, int other) {
        return due[one] != due[other]
                ? due[one] < due[other]
                : items.get(one).id() < items.get(other).id();
    }

    /** A letter of ours that listed these documents: who pays it pays them. */
    public void remind(String debtor, LocalDate on, Collection<String> documents) {
        Integer place = places.get(debtor);
        if (place != null) {
            reminders.computeIfAbsent(place, key -> new ArrayList<>()).add(new Reminder(on, Set.copyOf(documents)));
        }
    }

    record Reminder(LocalDate on, Set<String> documents) {}

    List<Reminder> remindersOf(int debtor) {
        return reminders.getOrDefault(debtor, List.of());
    }

    /** Takes what a payment settled off an item. */
    void reduce(int item, long by) {
        reduced = true;
        open[item] -= by;
        if (open[item] < 0) {
            throw new IllegalStateException(
                    items.get(item).number() + " would be paid beyond its amount by " + -open[item]);
        }
        if (open[item] == 0) {
            openItems--;
            itemsOf.get(debtorOf[item]).remove(item);
        } else {
            enterAmounts(item);
        }
    }

    private void enterAmounts(int place) {
        MatchItem item = items.get(place);
        if (item.isCredit()) {
            return;
        }
        enterAmount(place, open[place], 0);
        for (int step = 0; step < item.discounts().size(); step++) {
            enterAmount(place, open[place] - discount(place, step), step + 1);
        }
    }

    private void enterAmount(int place, long amount, int step) {
        String currency = items.get(place).open().currencyCode();
        amounts.add(amountKey(currency, amount), place, step);
        amountsOfDebtors.add(Hash.of(debtorOf[place] + 1, amountKey(currency, amount)), place, step);
    }

    /** @return what the step takes off, in minor units, of what is open now */
    long discount(int item, int step) {
        Discount discount = items.get(item).discounts().get(step);
        return BigDecimal.valueOf(open[item])
                .multiply(discount.percent())
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** How many open items have this amount, discounts taken or not, up to a thousand. */
    int countOfAmount(String currency, long amount) {
        int here = amounts.count(amountKey(currency, amount), MOST_COUNTED);
        return whole.amounts().isEmpty()
                ? here
                : Math.max(here, whole.amounts().getOrDefault(Whole.amount(currency, amount), 0));
    }

    /** Items with this amount to pay, exactly or with a discount; as many as allowed. */
    Ints withAmount(String currency, long amount, int limit) {
        return read(amounts, amountKey(currency, amount), limit);
    }

    Ints ofDebtorWithAmount(int debtor, String currency, long amount) {
        return read(amountsOfDebtors, Hash.of(debtor + 1, amountKey(currency, amount)), MOST_COUNTED);
    }

    private Ints read(KeyIndex index, long key, int limit) {
        Ints found = new Ints();
        for (int entry = index.first(key); entry >= 0 && found.size() < limit; entry = index.next(entry)) {
            if (open[index.thing(entry)] > 0 && !found.contains(index.thing(entry))) {
                found.add(index.thing(entry));
            }
        }
        return found;
    }

    private static long amountKey(String currency, long amount) {
        return Hash.of(Hash.of(currency), amount);
    }

    int size() {
        return items.size();
    }

    int debtors() {
        return debtors.size();
    }

    /** Whether something was settled since it was entered. */
    boolean isReduced() {
        return reduced;
    }

    Whole whole() {
        return whole;
    }

    int openItems() {
        return Math.max(openItems, whole.openItems());
    }

    MatchItem item(int place) {
        return items.get(place);
    }

    long open(int item) {
        return open[item];
    }

    /** Its due date in days since 1970, as {@link java.time.LocalDate#toEpochDay} counts them. */
    int due(int item) {
        return due[item];
    }

    /** Open amount as it counts towards a payment: a credit note's is negative. */
    long signed(int item) {
        return items.get(item).isCredit() ? -open[item] : open[item];
    }

    int placeOf(MatchItem item) {
        return placesOfItems.get(item.id());
    }

    int debtorOf(int item) {
        return debtorOf[item];
    }

    MatchDebtor debtor(int place) {
        return debtors.get(place);
    }

    /** Those due first come first. */
    Ints openItemsOf(int debtor) {
        return itemsOf.get(debtor);
    }

    /** Whether two items are instalments of one document, or the same. */
    boolean sameDocument(int one, int other) {
        return debtorOf[one] == debtorOf[other]
                && items.get(one).number().equals(items.get(other).number());
    }

    boolean sameGroup(int one, int other) {
        String group = debtors.get(one).group();
        return one == other || group != null && group.equals(debtors.get(other).group());
    }

    Ints group(int debtor) {
        String group = debtors.get(debtor).group();
        if (group == null) {
            Ints alone = new Ints();
            alone.add(debtor);
            return alone;
        }
        return groups.get(group);
    }
}
