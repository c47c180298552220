package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is passed over without a look at its number is what no text names even in part. */
class TracesTest {

    private static final List<String> NUMBERS = List.of(
            "RE-2026-00317",
            "6093/2025/A",
            "F-2026/0012",
            "4711",
            "R4711",
            "R47-11",
            "2026000417",
            "B68406/0",
            "12",
            "X");
    private static final String REFERENCE = "RF18539007547034";
    private static final String LETTERS = "0123456789ABEILORSZ";

    private final Random random = new Random(7);
    private final Book book;
    private final ItemsOfDebtor open;

    TracesTest() {
        Desk desk = new Desk().debtor("C-100", "Bäckerei Sonnenschein GmbH");
        NUMBERS.forEach(number -> desk.invoice("C-100", number, 48_013, "2026-03-10"));
        book = desk.referenced("C-100", "Z-9", 48_013, "2026-03-10", REFERENCE).book();
        open = book.openItemsOf(book.debtorOf(book.size() - 1));
    }

    @Test
    void whatever_a_text_names_in_part_or_with_a_slip_is_looked_at() {
        int named = 0;
        for (String text : texts()) {
            Mentions mentions = read(text);
            for (int at = 0; at < open.size(); at++) {
                if (WeakNaming.of(book, open.get(at), mentions) != null) {
                    named++;
                    assertThat(mentions.mayShow(open, at))
                            .as(book.item(open.get(at)).number() + " in " + text)
                            .isTrue();
                }
            }
        }
        assertThat(named).isGreaterThan(2_500);
    }

    @Test
    void what_a_text_does_not_name_is_mostly_passed_over() {
        Mentions mentions = read("Zahlung Kundennummer 88-1 vom 30. Mai");
        int looked = 0;
        for (int at = 0; at < open.size(); at++) {
            looked += mentions.mayShow(open, at) ? 1 : 0;
        }
        assertThat(looked).isLessThanOrEqualTo(1);
    }

    @Test
    void a_number_that_ends_with_some_digits_is_never_taken_for_one_that_does_not() {
        for (int item = book.size() - NUMBERS.size() - 1; item < book.size(); item++) {
            String number = book.numbers.bare(item);
            for (int from = 0; from < number.length(); from++) {
                assertThat(Traces.mayEndWith(Traces.of(book.numbers, item), number.substring(from)))
                        .as(number + " from " + from)
                        .isTrue();
            }
        }
        int first = book.size() - NUMBERS.size() - 1;
        assertThat(Traces.mayEndWith(Traces.of(book.numbers, first), "202600318"))
                .isFalse();
    }

    /** Each number with one slip, cut short, or written by its end, among other words. */
    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        List<String> printed = new ArrayList<>(NUMBERS);
        printed.add(REFERENCE);
        for (int i = 0; i < 400; i++) {
            texts.add("Zahlung " + slipped(REFERENCE).replaceAll("(.{4})", "$1 ") + " vom Mai");
        }
        for (String number : printed) {
            for (int i = 0; i < 400; i++) {
                texts.add("Zahlung " + slipped(number) + " vom Mai");
            }
            for (int from = 0; from < number.length(); from++) {
                texts.add("Rg " + number.substring(from) + " danke");
                texts.add("Rg 00" + number.substring(from) + " 77");
            }
        }
        return texts;
    }

    private String slipped(String number) {
        int at = random.nextInt(number.length());
        char other = LETTERS.charAt(random.nextInt(LETTERS.length()));
        StringBuilder slipped = new StringBuilder(number);
        switch (random.nextInt(4)) {
            case 0 -> slipped.setCharAt(at, other);
            case 1 -> slipped.deleteCharAt(at);
            case 2 -> slipped.insert(at, other);
            default -> {
                int next = Math.min(at + 1, number.length() - 1);
                slipped.setCharAt(at, number.charAt(next));
                slipped.setCharAt(next, number.charAt(at));
            }
        }
        return slipped.toString();
    }

    private Mentions read(String text) {
        return Mentions.in(
                new MatchPayment("P", Desk.TODAY, Money.of(48_013, "EUR"), null, text, null, null, null, Set.of()),
                book);
    }
}
