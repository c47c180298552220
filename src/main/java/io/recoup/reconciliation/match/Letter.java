package io.recoup.reconciliation.match;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** What a letter of ours to one debtor listed. */
final class Letter {

    private final LocalDate on;
    private final Set<String> documents;

    /** Their places; found anew when more items were entered. */
    private int[] items = new int[0];

    private int foundAmong = -1;

    /** @param documents numbers */
    Letter(LocalDate on, Collection<String> documents) {
        this.on = on;
        this.documents = Set.copyOf(documents);
    }

    LocalDate on() {
        return on;
    }

    /** The debtor's items that it listed, each instalment by itself. */
    int[] items(Book book, int debtor) {
        if (foundAmong != book.size()) {
            foundAmong = book.size();
            Ints found = new Ints();
            for (String number : documents) {
                find(number, book, debtor, found);
            }
            items = found.toArray();
        }
        return items;
    }

    private static void find(String number, Book book, int debtor, Ints found) {
        KeyIndex keys = book.numbers.keys();
        for (int entry = keys.first(Hash.of(Fold.squashed(number))); entry >= 0; entry = keys.next(entry)) {
            int item = keys.thing(entry);
            if (keys.kind(entry) == Numbers.NUMBER
                    && book.debtorOf(item) == debtor
                    && book.item(item).number().equals(number)) {
                found.add(item);
            }
        }
    }
}
