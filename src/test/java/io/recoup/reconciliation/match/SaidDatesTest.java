package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days and months that a text says, and whether they are those of what is paid. */
class SaidDatesTest {

    private static final String ACCOUNT = "DE89370400440532013000";

    private final Desk desk = new Desk()
            .debtor("C-100", "Bäckerei Sonnenschein GmbH", ACCOUNT)
            .invoice("C-100", "RE-2026-00317", 48_013, "2026-03-10");

    @Test
    void a_day_is_read_as_people_write_it() {
        assertThat(said("Re.-Nr. 9999 vom 03.02.2026").days()).containsExactly(LocalDate.of(2026, 2, 3));
        assertThat(said("Re 9999 vom 3/2/26").days()).containsExactly(LocalDate.of(2026, 2, 3));
        assertThat(said("invoice of 2026-02-03").days()).containsExactly(LocalDate.of(2026, 2, 3));
        assertThat(said("vom 03.02.2\n026").days()).containsExactly(LocalDate.of(2026, 2, 3));
        assertThat(said("Miete 03/2026").months()).containsExactly(YearMonth.of(2026, 3));
    }

    @Test
    void what_is_no_day_is_none() {
        assertThat(said("32.01.2026").isEmpty()).isTrue();
        assertThat(said("31.02.2026").isEmpty()).isTrue();
        assertThat(said("13/2026").isEmpty()).isTrue();
        assertThat(said("03.02.1926").isEmpty()).isTrue();
        assertThat(said("Rechnung RE-2026-00317").isEmpty()).isTrue();
    }

    @Test
    void the_day_of_issue_or_the_due_day_speaks_for_an_item_another_for_none() {
        assertThat(dated("vom 08.02.2026")).isEqualTo(Dated.DAY);
        assertThat(dated("fällig 10.03.2026")).isEqualTo(Dated.DAY);
        assertThat(dated("vom 09.02.2026")).isEqualTo(Dated.ANOTHER_DAY);
        assertThat(dated("Miete 03/2026")).isEqualTo(Dated.MONTH);
        assertThat(dated("Miete 04/2026")).isEqualTo(Dated.ANOTHER_MONTH);
        assertThat(dated("Miete")).isEqualTo(Dated.NOTHING);
    }

    @Test
    void of_two_items_of_one_number_cut_short_the_day_tells_which_is_meant() {
        desk.invoice("C-100", "HH-2026-00317", 48_013, "2026-03-12");
        Match match =
                desk.pays("P", 48_013, "317 vom 10.02.2026", null, ACCOUNT).only();
        assertThat(match.parts().get(0).item().number()).isEqualTo("HH-2026-00317");
    }

    private Dated dated(String text) {
        Book book = desk.book();
        Reading reading =
                Reading.of(book, new int[] {book.openItemsOf(book.debtorOf(400)).get(0)}, Reading.Form.ONE);
        return Dated.of(reading, book, Mentions.in(payment(text), book));
    }

    private SaidDates said(String text) {
        return Mentions.in(payment(text), desk.book()).dates();
    }

    private static MatchPayment payment(String text) {
        return new MatchPayment("P", Desk.TODAY, Money.of(48_013, "EUR"), null, text, null, null, ACCOUNT, Set.of());
    }
}
