package io.recoup.reconciliation.match;

import io.recoup.reconciliation.match.Mentions.Mention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers told by their ends: {@code "RE-2026-00101, 102, 103"}, {@code "RE-2026-00101 - 104"}. */
final class Continuations {

    private static final int LONGEST_RANGE = 40;
    private static final int SHORTEST_OF_ANOTHER = 3;
    private static final List<String> UP_TO = List.of("BIS", "TO", "AL", "A", "HASTA", "FINO");

    private final Mentions mentions;
    private final Book book;
    private final Pieces pieces;

    private Continuations(Mentions mentions, Book book, Pieces pieces) {
        this.mentions = mentions;
        this.book = book;
        this.pieces = pieces;
    }

    static void add(Mentions mentions, Book book, Pieces pieces) {
        Continuations continuations = new Continuations(mentions, book, pieces);
        for (Mention first : List.copyOf(mentions.items.values())) {
            if (first.kind() == Numbers.NUMBER || first.kind() == Numbers.DIGITS) {
                continuations.follow(first);
            }
        }
    }

    private void follow(Mention first) {
        String serial = lastDigits(book.numbers.bare(first.item()));
        for (int piece = first.to() + 1; piece < pieces.count(); piece++) {
            String said = pieces.run(piece, piece);
            if (UP_TO.contains(said) && piece == first.to() + 1) {
                continue;
            }
            if (!pieces.isDigits(piece) || mentions.isNamed(piece)) {
                return;
            }
            int to = piece;
            Integer item = ending(first.item(), serial, said);
            if (item == null && piece + 1 < pieces.count() && pieces.isDigits(piece + 1)) {
                to = piece + 1;
                item = ending(first.item(), serial, pieces.run(piece, to));
            }
            if (item == null) {
                return;
            }
            mentions.name(item, Numbers.NUMBER, first.strength() - Weights.TOLD_BY_ITS_END, piece, to);
            piece = to;
        }
    }

    private static String lastDigits(String number) {
        int from = number.length();
        while (from > 0 && Numbers.isDigit(number.charAt(from - 1))) {
            from--;
        }
        return number.substring(from);
    }

    /** The debtor's open item whose number is this one's but for these last digits, whatever letters it begins with. */
    private @Nullable Integer ending(int first, String serial, String said) {
        if (said.length() < 1 || said.length() > serial.length()) {
            return null;
        }
        String wanted = serial.substring(0, serial.length() - said.length()) + said;
        ItemsOfDebtor open = book.openItemsOf(book.debtorOf(first));
        for (int i = 0; i < open.size(); i++) {
            if (!Traces.mayEndWith(open.trace(i), wanted)) {
                continue;
            }
            String number = book.numbers.bare(open.get(i));
            if (number.endsWith(wanted)
                    && lastDigits(number).equals(wanted)
                    && !mentions.items.containsKey(open.get(i))) {
                return open.get(i);
            }
        }
        return said.length() < SHORTEST_OF_ANOTHER ? null : ofAnother(first, wanted);
    }

    /** The same of a debtor for whom the payer pays as well: only where the number is the first one's in full but for its end. */
    private @Nullable Integer ofAnother(int first, String wanted) {
        String number = book.numbers.bare(first);
        String whole = number.substring(0, number.length() - wanted.length()) + wanted;
        KeyIndex keys = book.numbers.keys();
        for (int entry = keys.first(Hash.of(whole)); entry >= 0; entry = keys.next(entry)) {
            int item = keys.thing(entry);
            if (keys.kind(entry) == Numbers.NUMBER && book.open(item) > 0 && !mentions.items.containsKey(item)) {
                return item;
            }
        }
        return null;
    }

    /** Items of the same debtor between two whose numbers stand side by side, both included; empty if there are none. */
    static Ints between(Mentions mentions, Book book, Pieces pieces) {
        Ints range = new Ints();
        if (mentions.items.size() != 2) {
            return range;
        }
        Mention one = mentions.items.firstEntry().getValue();
        Mention other = mentions.items.lastEntry().getValue();
        Mention low = one.from() <= other.from() ? one : other;
        Mention high = low == one ? other : one;
        int apart = high.from() - low.to();
        if (apart != 1 && !(apart == 2 && UP_TO.contains(pieces.run(low.to() + 1, low.to() + 1)))) {
            return range;
        }
        String first = book.numbers.bare(low.item());
        String last = book.numbers.bare(high.item());
        String from = Numbers.serial(first);
        String to = Numbers.serial(last);
        if (from == null || to == null || first.length() != last.length() || to.length() > 9 || from.length() > 9) {
            return range;
        }
        int begin = Integer.parseInt(from);
        int end = Integer.parseInt(to);
        if (end - begin < 2 || end - begin > LONGEST_RANGE) {
            return range;
        }
        Continuations continuations = new Continuations(mentions, book, pieces);
        for (int serial = begin; serial <= end; serial++) {
            String digits = Integer.toString(serial);
            Integer item =
                    continuations.like(low.item(), first.substring(0, first.length() - digits.length()) + digits);
            if (item != null) {
                range.add(item);
            }
        }
        return range;
    }

    /** The open item of the same debtor that bears this number. */
    private Integer like(int first, String number) {
        KeyIndex keys = book.numbers.keys();
        for (int entry = keys.first(Hash.of(number)); entry >= 0; entry = keys.next(entry)) {
            int item = keys.thing(entry);
            if (keys.kind(entry) == Numbers.NUMBER
                    && book.open(item) > 0
                    && book.debtorOf(item) == book.debtorOf(first)) {
                return item;
            }
        }
        return null;
    }
}
