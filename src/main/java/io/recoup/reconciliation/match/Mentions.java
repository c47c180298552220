package io.recoup.reconciliation.match;

import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a payment's text names: items by reference, number, digits or order, debtors by their customer or tax number, and
 * what looks like one of our numbers but is none that we know of.
 */
final class Mentions {

    static final int LONGEST_RUN = 9;

    private static final int SHORTEST = 4;
    static final int LONGEST = 35;

    /** How an item was named: the strength in thousandths of a nat and the place in the text. */
    record Mention(int item, int kind, int strength, int from, int to) {}

    private final Book book;
    private final Pieces pieces = new Pieces();

    private final Hits hits = new Hits();

    /** By item; the strongest naming of each. */
    final TreeMap<Integer, Mention> items = new TreeMap<>();

    final Ints debtors = new Ints();
    final Wording wording;
    private SaidDates dates;
    private boolean habit;
    private int said;
    /** How many items are. */
    private int inFull;

    /** Of each piece whether it names an item of ours in full; null where that is to be told anew. */
    private boolean @Nullable [] named;

    private Ints @Nullable [] unexplained;
    private @Nullable Traces traces;
    private Aliens aliens = Aliens.NONE;

    Mentions(Book book) {
        this.book = book;
        wording = new Wording(book, this, pieces);
    }

    static Mentions in(MatchPayment payment, Book book) {
        Mentions mentions = new Mentions(book);
        mentions.read(payment);
        return mentions;
    }

    private void read(MatchPayment payment) {
        habit = book.payers.isPayingOldest(payment.payerAccount());
        String id = payment.endToEndId();
        pieces.take(payment.reference(), payment.remittance());
        said = pieces.count();
        pieces.and(id == null || id.equalsIgnoreCase("NOTPROVIDED") ? null : id);
        scan();
        hits.longest(this::name);
        Continuations.add(this, book, pieces);
        aliens = Aliens.in(this, payment.reference(), book);
        dates = SaidDates.in(this);
    }

    private void scan() {
        KeyIndex keys = book.numbers.keys();
        KeyIndex customers = book.payers.customers();
        KeyShapes shapes = book.numbers.shapesOfKeys();
        KeyShapes shapesOfCustomers = book.payers.shapesOfCustomers();
        for (int from = 0; from < pieces.count(); from++) {
            long state = 0;
            int digits = 0;
            boolean digitFirst = pieces.isDigits(from);
            int most = Math.min(pieces.count(), from + LONGEST_RUN);
            for (int to = from; to < most && pieces.end(to) - pieces.start(from) <= LONGEST; to++) {
                for (int at = pieces.start(to); at < pieces.end(to); at++) {
                    state = Hash.with(state, pieces.at(at));
                }
                digits += pieces.isDigits(to) ? pieces.end(to) - pieces.start(to) : 0;
                int length = pieces.end(to) - pieces.start(from);
                if (digits == 0 || length < SHORTEST || isYear(from, to)) {
                    continue;
                }
                long hash = Hash.done(state);
                if (shapes.has(length, digits, digitFirst)) {
                    for (int entry = keys.first(hash); entry >= 0; entry = keys.next(entry)) {
                        hits.add(keys.thing(entry), keys.kind(entry), from, to);
                    }
                }
                if (shapesOfCustomers.has(length, digits, digitFirst)) {
                    for (int entry = customers.first(hash); entry >= 0; entry = customers.next(entry)) {
                        if (!debtors.contains(customers.thing(entry))) {
                            debtors.add(customers.thing(entry));
                        }
                    }
                }
            }
        }
    }

    boolean isYear(int from, int to) {
        int at = pieces.start(from);
        return from == to
                && pieces.end(to) - at == 4
                && (pieces.at(at) == '2' && pieces.at(at + 1) == '0'
                        || pieces.at(at) == '1' && pieces.at(at + 1) == '9');
    }

    private void name(int item, int kind, int from, int to) {
        boolean glued = pieces.isGlued(from) || pieces.isGlued(to + 1);
        name(item, kind, strength(item, kind, glued), from, to);
    }

    void name(int item, int kind, int strength, int from, int to) {
        Mention known = items.get(item);
        if (known == null || known.strength() < strength) {
            items.put(item, new Mention(item, kind, strength, from, to));
            inFull += inFull(kind) - (known == null ? 0 : inFull(known.kind()));
            if (from >= 0 || known != null) {
                named = null;
            }
        }
    }

    private static int inFull(int kind) {
        return WeakNaming.isKind(kind) ? 0 : 1;
    }

    /** Takes an item for named by what is said elsewhere, unless this text names one itself. */
    void hint(int item) {
        if (!pointsElsewhere()) {
            name(item, WeakNaming.TWIN, Weights.NAMED_BY_A_TWIN, -1, -1);
        }
    }

    /** Whether the text names a document, ours or one that we do not know. */
    boolean namesSomething() {
        return aliens.count() > 0 || pointsElsewhere();
    }

    /** Whether it surely does: ours in full, or another's by a reference whose check digits are right. */
    boolean pointsElsewhere() {
        return inFull > 0 || aliens.anyReference();
    }

    /** Whether it names a document of ours in full or with a slip, whatever else may be in it. */
    boolean namesSomethingNearly() {
        return items.values().stream()
                .anyMatch(mention -> !WeakNaming.isKind(mention.kind()) || mention.kind() == WeakNaming.SLIP);
    }

    private int strength(int item, int kind, boolean glued) {
        if (kind == Numbers.REFERENCE && book.numbers.isReferenceChecked(item)) {
            return Weights.CHECKED_REFERENCE;
        }
        MatchItem named = book.item(item);
        String written =
                switch (kind) {
                    case Numbers.ORDER -> named.orderReference();
                    case Numbers.REFERENCE -> named.reference();
                    default -> named.number();
                };
        return Weights.ofNaming(kind, written, glued);
    }

    /** Whether this part of the text already names an item of ours in full. */
    boolean isNamed(int from, int to) {
        for (int piece = from; piece <= to; piece++) {
            if (isNamed(piece)) {
                return true;
            }
        }
        return false;
    }

    boolean isNamed(int piece) {
        if (named == null) {
            named = new boolean[pieces.count()];
            hits.mark(named);
            for (Mention mention : items.values()) {
                if (mention.from() >= 0) {
                    Arrays.fill(named, mention.from(), mention.to() + 1, true);
                }
            }
        }
        return named[piece];
    }

    /** Numbers in the form of ours of which the book knows nothing. */
    int aliens() {
        return aliens.count();
    }

    /** Whether the payer gave a reference with right check digits that is none of ours. */
    boolean hasAlienReference() {
        return aliens.anyReference();
    }

    /** Where runs of so many letters and digits begin in which nothing is named in full. */
    Ints unexplained(int length) {
        if (unexplained == null) {
            unexplained = new Ints[LONGEST + 2];
            Arrays.setAll(unexplained, any -> new Ints());
            for (int from = 0; from < said; from++) {
                for (int to = from; to < Math.min(said, from + LONGEST_RUN) && !isNamed(to); to++) {
                    int run = pieces.end(to) - pieces.start(from);
                    if (run <= LONGEST + 1) {
                        unexplained[run].add(pieces.start(from));
                    }
                }
            }
        }
        return length <= LONGEST + 1 ? unexplained[length] : new Ints();
    }

    /** As {@link Traces#mayShow}. */
    boolean mayShow(ItemsOfDebtor open, int at) {
        if (traces == null) {
            traces = new Traces(this);
        }
        return traces.mayShow(open.trace(at), open.traceOfReference(at));
    }

    /** Whether the payer says nothing and has asked elsewhere that the oldest be paid. */
    boolean leavesItToHabit() {
        return habit && items.isEmpty() && aliens.count() == 0 && wording.longestUnexplained() == 0;
    }

    SaidDates dates() {
        return dates;
    }

    /**
     * How many pieces of the text are the payer's words and reference. What follows is the end-to-end id, which programs
     * make up: it may name something of ours, but what it does not name means nothing.
     */
    int said() {
        return said;
    }

    Pieces pieces() {
        return pieces;
    }
}
