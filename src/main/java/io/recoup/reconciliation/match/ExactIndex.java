package io.recoup.reconciliation.match;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ExactLane} asks of a ledger, without an object for an item. Made of a {@link Book}, whose keys it shares, or
 * of rows as they come. Items and debtors are known by their place.
 */
final class ExactIndex {

    static final int NONE = -1;
    static final int SEVERAL = -2;

    private static final int SHORTEST_DIGITS = 5;

    final ExactItems items;
    final KeyIndex keys;
    final KeyShapes shapes;
    final KeyIndex customers;
    final KeyShapes shapesOfCustomers;
    private final KeyIndex accounts;
    private final ExactText key = new ExactText();

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
        items = new ExactItems(most);
        this.keys = keys;
        this.shapes = shapes;
        this.customers = customers;
        this.shapesOfCustomers = shapesOfCustomers;
        this.accounts = accounts;
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
            index.items.add(
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
    void add(
            int debtor,
            CharSequence number,
            @Nullable CharSequence reference,
            int issued,
            int due,
            long minor,
            String currency) {
        int item = items.size();
        if (reference != null) {
            enter(reference, item, Numbers.REFERENCE);
        }
        enter(number, item, Numbers.NUMBER);
        items.add(debtor, number, reference, issued, due, minor, currency, false);
    }

    private void enter(CharSequence printed, int item, int kind) {
        key.take(printed);
        if (key.count() == 0) {
            return;
        }
        int last = key.count() - 1;
        int length = key.length(0, last);
        int digits = key.digits(0, last);
        enter(key.hash(0, last), item, kind, length, digits, key.isDigits(0));
        if (kind == Numbers.NUMBER && digits != length && digits >= SHORTEST_DIGITS) {
            enter(key.hashOfDigits(), item, Numbers.DIGITS, digits, digits, true);
        }
    }

    private void enter(long hash, int item, int kind, int length, int digits, boolean digitFirst) {
        keys.add(hash, item, kind);
        if (length <= KeyShapes.LONGEST) {
            shapes.add(length, digits, digitFirst);
        }
    }

    /** Says from which account a debtor pays. */
    void pays(CharSequence account, int debtor) {
        accounts.add(ExactText.squashedHash(account), debtor, 0);
    }

    /** What is owed, once every item is in. */
    ExactOwed owed(int debtors) {
        return new ExactOwed(items, debtors, Map.of(), Whole.NOTHING);
    }

    /** What is owed of the book it was made of. */
    ExactOwed owed(Book book) {
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
        return new ExactOwed(items, book.debtors(), discounted, book.whole());
    }

    /** The one debtor that pays from this account; {@link #NONE}, or {@link #SEVERAL}. */
    int owner(@Nullable CharSequence account) {
        return account == null ? NONE : owner(ExactText.squashedHash(account));
    }

    /** @param account its hash, as {@link ExactText#squashedHash} has it */
    int owner(long account) {
        int owner = NONE;
        for (int entry = accounts.first(account); entry >= 0; entry = accounts.next(entry)) {
            if (owner >= 0 && owner != accounts.thing(entry)) {
                return SEVERAL;
            }
            owner = accounts.thing(entry);
        }
        return owner;
    }

    /** The item that bears the key, the last of several; {@link #NONE}. */
    int itemOf(long key) {
        int entry = keys.first(key);
        return entry < 0 ? NONE : keys.thing(entry);
    }

    /** Reads where a key and an account lie, or nearly, for the sake of who asks for them soon; what it returns says nothing. */
    long fetch(long key, long account) {
        return keys.fetch(key) + accounts.fetch(account);
    }
}
