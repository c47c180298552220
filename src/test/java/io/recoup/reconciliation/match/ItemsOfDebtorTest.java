package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is open of one debtor, as payments come in. */
class ItemsOfDebtorTest {

    private final Book book = new Desk()
            .debtor("C-100", "Bäckerei Sonnenschein GmbH")
            .invoice("C-100", "RE-2026-00003", 30_000, "2026-03-12")
            .invoice("C-100", "RE-2026-00001", 10_000, "2026-03-10")
            .credit("C-100", "GS-2026-00001", 500)
            .invoice("C-100", "RE-2026-00004", 40_000, "2026-03-12")
            .invoice("C-100", "RE-2026-00002", 20_000, "2026-03-10")
            .book();
    private final int debtor = book.debtorOf(book.size() - 1);

    @Test
    void those_due_first_come_first_and_of_one_day_those_entered_first() {
        assertThat(open())
                .containsExactly(
                        "GS-2026-00001 -500",
                        "RE-2026-00001 10000",
                        "RE-2026-00002 20000",
                        "RE-2026-00003 30000",
                        "RE-2026-00004 40000");
    }

    @Test
    void what_is_paid_in_part_stays_with_its_rest_and_what_is_paid_goes() {
        book.reduce(item("RE-2026-00002"), 19_999);
        book.reduce(item("GS-2026-00001"), 100);
        book.reduce(item("RE-2026-00003"), 30_000);
        assertThat(open())
                .containsExactly("GS-2026-00001 -400", "RE-2026-00001 10000", "RE-2026-00002 1", "RE-2026-00004 40000");
        book.reduce(item("RE-2026-00002"), 1);
        assertThat(open()).containsExactly("GS-2026-00001 -400", "RE-2026-00001 10000", "RE-2026-00004 40000");
        assertThat(book.open(item("RE-2026-00002"))).isZero();
    }

    @Test
    void what_had_another_amount_before_is_found_once() {
        book.reduce(item("RE-2026-00004"), 20_000);
        book.reduce(item("RE-2026-00004"), 10_000);
        assertThat(book.ofDebtorWithAmount(debtor, "EUR", 20_000).size()).isEqualTo(2);
        assertThat(book.ofDebtorWithAmount(debtor, "EUR", 10_000).size()).isEqualTo(2);
    }

    @Test
    void a_letter_lists_what_was_entered_after_it_too() {
        LocalDate on = LocalDate.of(2026, 3, 15);
        book.remind("C-100", on, List.of("RE-2026-00001", "RE-2026-00009", "RE-2026-05001"));
        Letter letter = book.lettersTo(debtor).get(0);
        assertThat(letter.items(book, debtor)).containsExactly(item("RE-2026-00001"));
        MatchItem one = book.item(item("RE-2026-00004"));
        book.add(
                new MatchItem(900, "C-100", one.kind(), "RE-2026-00009", 0, on, on, one.open(), null, null, List.of()));
        assertThat(letter.items(book, debtor)).containsExactlyInAnyOrder(item("RE-2026-00001"), item("RE-2026-00009"));
    }

    private int item(String number) {
        return IntStream.range(0, book.size())
                .filter(item -> book.item(item).number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private List<String> open() {
        ItemsOfDebtor open = book.openItemsOf(debtor);
        return IntStream.range(0, open.size())
                .mapToObj(at -> book.item(open.get(at)).number() + " " + open.signed(at))
                .toList();
    }
}
