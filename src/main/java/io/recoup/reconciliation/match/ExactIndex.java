package io.recoup.reconciliation.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ExactLane} asks of a ledger, in columns: no object for an item but what is printed on it. Made of a
 * {@link Book}, or of rows as they come. Items and debtors are known by their place.
 */
final class ExactIndex {

    static final int NONE = -1;
    static final int SEVERAL = -2;

    private static final byte CREDIT = 64;
    private static final int SHORTEST_DIGITS = 5;
    private static final Whole ALL = new Whole(0, 0, Map.of(), Map.of(), List.of());

    final KeyIndex keys;
    final KeyShapes shapes;
    final KeyIndex customers;
    final KeyShapes shapesOfCustomers;
    private final KeyIndex accounts;

    private final String[] numbers;
    private final @Nullable String[] references;
    private final long[] open;
    private final int[] due;
    private final int[] issued;
    private final int[] debtor;
    private final byte[] marks;
    private final List<String> currencies = new ArrayList<>();
    private int items;

    /** @param most how many items it has room for */
    ExactIndex(int most, int debtors) {
        this(most, new KeyIndex(2 * most), new KeyShapes(), new KeyIndex(), new KeyShapes(), new KeyIndex(debtors));
    }

    private ExactIndex(
            int most,
            KeyIndex keys,
            KeyShapes shapes,
            KeyIndex customers,
            KeyShapes shapesOfCustomers,
            KeyIndex accounts) {
        this.keys = keys;
        this.shapes = shapes;
        this.customers = customers;
        this.shapesOfCustomers = shapesOfCustomers;
        this.accounts = accounts;
        numbers = new String[most];
        references = new String[most];
        open = new long[most];
        due = new int[most];
        issued = new int[most];
        debtor = new int[most];
        marks = new byte[most];
    }

    /** What a book holds now, found by the book's own keys. */
    static ExactIndex of(Book book) {
        ExactIndex index = new ExactIndex(
                book.size(),
                book.numbers.keys(),
                book.numbers.shapesOfKeys(),
                book.payers.customers(),
                book.payers.shapesOfCustomers(),
                book.payers.accounts());
        for (int place = 0; place < book.size(); place++) {
            MatchItem item = book.item(place);
            index.enter(
                    book.debtorOf(place),
                    item.number(),
                    item.reference(),
                    (int) item.issuedOn().toEpochDay(),
                    book.due(place),
                    book.open(place),
                    item.open().currencyCode(),
                    item.isCredit());
        }
        return index;
    }

    /**
     * One more invoice, with the keys by which {@link Numbers} finds it; there are none of customers or orders.
     *
     * @param issued days since 1970, as {@code due}
     * @param minor what is open of it, in minor units
     */
    void add(int debtor, String number, @Nullable String reference, int issued, int due, long minor, String currency) {
        if (reference != null) {
            key(Fold.squashed(reference), Numbers.REFERENCE);
        }
        String bare = Fold.squashed(number);
        key(bare, Numbers.NUMBER);
        String digits = Numbers.digits(bare);
        if (digits.length() != bare.length() && digits.length() >= SHORTEST_DIGITS) {
            key(digits, Numbers.DIGITS);
        }
        enter(debtor, number, reference, issued, due, minor, currency, false);
    }

    private void key(String key, int kind) {
        keys.add(Hash.of(key), items, kind);
        shapes.add(key);
    }

    private void enter(
            int of,
            String number,
            @Nullable String reference,
            int from,
            int until,
            long minor,
            String in,
            boolean credit) {
        debtor[items] = of;
        numbers[items] = number;
        references[items] = reference;
        issued[items] = from;
        due[items] = until;
        open[items] = minor;
        int currency = currency(in);
        if (currency < 0) {
            currency = currencies.size();
            currencies.add(in);
        }
        if (currency >= CREDIT) {
            throw new IllegalArgumentException("more than " + CREDIT + " currencies, " + in + " is one too many");
        }
        marks[items++] = (byte) (credit ? currency | CREDIT : currency);
    }

    /** Says from which account a debtor pays. */
    void pays(String account, int from) {
        accounts.add(ExactText.squashedHash(account), from, 0);
    }

    /** What is owed, once every item is in. */
    ExactOwed owed(int debtors) {
        return new ExactOwed(this, debtors, Map.of(), ALL);
    }

    static ExactOwed owed(ExactIndex index, Book book) {
        Map<Integer, long[]> discounted = new HashMap<>();
        for (int place = 0; place < book.size(); place++) {
            int steps = book.item(place).discounts().size();
            if (steps > 0 && book.open(place) > 0) {
                long[] amounts = new long[steps];
                for (int step = 0; step < steps; step++) {
                    amounts[step] = book.open(place) - book.discount(place, step);
                }
                discounted.put(place, amounts);
            }
        }
        return new ExactOwed(index, book.debtors(), discounted, book.whole());
    }

    /** The one debtor that pays from this account; {@link #NONE}, or {@link #SEVERAL}. */
    int owner(@Nullable String account) {
        int owner = NONE;
        if (account != null) {
            long hash = ExactText.squashedHash(account);
            for (int entry = accounts.first(hash); entry >= 0; entry = accounts.next(entry)) {
                if (owner >= 0 && owner != accounts.thing(entry)) {
                    return SEVERAL;
                }
                owner = accounts.thing(entry);
            }
        }
        return owner;
    }

    int items() {
        return items;
    }

    /** By which items of this currency are known; -1 where there are none. */
    int currency(String code) {
        for (int i = 0; i < currencies.size(); i++) {
            if (currencies.get(i).equals(code)) {
                return i;
            }
        }
        return NONE;
    }

    /** Its currency, and whether it is a credit note. */
    byte mark(int item) {
        return marks[item];
    }

    static boolean isCredit(byte mark) {
        return (mark & CREDIT) != 0;
    }

    String number(int item) {
        return numbers[item];
    }

    @Nullable
    String reference(int item) {
        return references[item];
    }

    long open(int item) {
        return open[item];
    }

    int due(int item) {
        return due[item];
    }

    int issued(int item) {
        return issued[item];
    }

    int debtor(int item) {
        return debtor[item];
    }
}
