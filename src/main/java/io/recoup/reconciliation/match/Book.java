package io.recoup.reconciliation.match;

import io.recoup.receivables.InvoiceEntry.Discount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open items and debtors with the indexes by which a payment finds them. Things are known by their place in the
 * order of entry. Built in time proportional to what is entered; entering and reducing one item touches its keys alone.
 */
public final class Book {

    private static final int MOST_COUNTED = 1_000;

    private final List<MatchItem> items = new ArrayList<>();
    private final ItemRows rows = new ItemRows();
    private final List<MatchDebtor> debtors = new ArrayList<>();
    private final List<ItemsOfDebtor> itemsOf = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Ints> groups = new HashMap<>();
    private final KeyIndex amounts = new KeyIndex();
    private final KeyIndex amountsOfDebtors = new KeyIndex();
    private final Map<Long, Integer> placesOfItems = new HashMap<>();
    private int openItems;
    private double mostDiscount;
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
            itemsOf.add(new ItemsOfDebtor());
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
        items.add(item);
        placesOfItems.put(item.id(), place);
        rows.add(place, item, places.get(item.debtor()));
        numbers.add(item, place);
        for (Discount discount : item.discounts()) {
            mostDiscount = Math.max(mostDiscount, Math.nextUp(discount.percent().doubleValue()));
        }
        if (open(place) > 0) {
            openItems++;
            openItemsOf(debtorOf(place)).insert(place, numbers, rows);
            enterAmounts(place);
        }
    }

    /** Whether the one is due before the other, or on the same day and has the lower id. */
    boolean isDueFirst(int one, int other) {
        return due(one) != due(other) ? due(one) < due(other) : id(one) < id(other);
    }

    /** A letter of ours that listed these documents: who pays it pays them. */
    public void remind(String debtor, LocalDate on, Collection<String> documents) {
        Integer place = places.get(debtor);
        if (place != null) {
            openItemsOf(place).add(new Letter(on, documents));
        }
    }

    List<Letter> lettersTo(int debtor) {
        return openItemsOf(debtor).letters();
    }

    /** Takes what a payment settled off an item. */
    void reduce(int item, long by) {
        reduced = true;
        long rest = open(item) - by;
        if (rest < 0) {
            throw new IllegalStateException(items.get(item).number() + " would be paid beyond its amount by " + -rest);
        }
        rows.open(item, rest);
        openItemsOf(debtorOf(item)).update(item, rows);
        if (rest == 0) {
            openItems--;
        } else {
            enterAmounts(item);
        }
    }

    private void enterAmounts(int place) {
        MatchItem item = items.get(place);
        if (item.isCredit()) {
            return;
        }
        enterAmount(place, open(place), 0);
        for (int step = 0; step < item.discounts().size(); step++) {
            enterAmount(place, open(place) - discount(place, step), step + 1);
        }
    }

    private void enterAmount(int place, long amount, int step) {
        String currency = items.get(place).open().currencyCode();
        amounts.add(amountKey(currency, amount), place, step);
        amountsOfDebtors.add(Hash.of(debtorOf(place) + 1, amountKey(currency, amount)), place, step);
    }

    /** @return what the step takes off, in minor units, of what is open now */
    long discount(int item, int step) {
        Discount discount = items.get(item).discounts().get(step);
        return BigDecimal.valueOf(open(item))
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
            int item = index.thing(entry);
            if (open(item) > 0 && !(rows.mayHaveAmountTwice(item) && found.contains(item))) {
                found.add(item);
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
        return rows.open(item);
    }

    /** Its due date in days since 1970, as {@link java.time.LocalDate#toEpochDay} counts them. */
    int due(int item) {
        return rows.due(item);
    }

    /** The day of its issue, counted likewise. */
    int issued(int item) {
        return rows.issued(item);
    }

    long id(int item) {
        return rows.id(item);
    }

    boolean isCredit(int item) {
        return ItemRows.isCredit(rows.mark(item));
    }

    boolean isDiscounted(int item) {
        return ItemRows.isDiscounted(rows.mark(item));
    }

    boolean isPrinted(int item) {
        return ItemRows.isPrinted(rows.mark(item));
    }

    /** What stands for the item's currency. */
    int currency(int item) {
        return ItemRows.currency(rows.mark(item));
    }

    /** What stands for a currency; -1 where no item is in it. */
    int currency(String code) {
        return rows.currency(code);
    }

    /** The highest discount on any item, in percent; at least that. */
    double mostDiscount() {
        return mostDiscount;
    }

    /** Open amount as it counts towards a payment: a credit note's is negative. */
    long signed(int item) {
        return rows.signed(item);
    }

    int placeOf(MatchItem item) {
        return placesOfItems.get(item.id());
    }

    int debtorOf(int item) {
        return rows.debtor(item);
    }

    MatchDebtor debtor(int place) {
        return debtors.get(place);
    }

    /** Those due first come first. */
    ItemsOfDebtor openItemsOf(int debtor) {
        return itemsOf.get(debtor);
    }

    /** Whether two items are instalments of one document, or the same. */
    boolean sameDocument(int one, int other) {
        return one == other
                || rows.mayBeOneDocument(one, other)
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
