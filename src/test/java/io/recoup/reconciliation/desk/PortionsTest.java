package io.recoup.reconciliation.desk;

import static io.recoup.receivables.Entries.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger.Forgiven;
import io.recoup.receivables.Ledger.Part;
import io.recoup.reconciliation.desk.Portions.Reckoned;
import io.recoup.reconciliation.match.Match.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortionsTest {

    @Test
    void a_discount_taken_off_a_credit_note_too_is_so_much_less_discount_on_the_items() {
        // 100.00 and 50.00 less 30.00, each less 2 %: 117.60
        List<Part> parts = Portions.of(
                List.of(
                        new Reckoned(1, 98_00, 2_00, Kind.DISCOUNT),
                        new Reckoned(2, 49_00, 1_00, Kind.DISCOUNT),
                        new Reckoned(3, -29_40, -60, Kind.CREDIT)),
                "EUR");

        assertThat(parts)
                .containsExactly(
                        new Part(new ItemId(1), eur("98.60"), eur("1.40"), Forgiven.DISCOUNT),
                        new Part(new ItemId(2), eur("49.00"), eur("1.00"), Forgiven.DISCOUNT),
                        new Part(new ItemId(3), eur("30.00")));
    }

    @Test
    void what_is_short_within_the_tolerance_is_a_small_difference() {
        assertThat(Portions.of(List.of(new Reckoned(1, 99_70, 30, Kind.TOLERANCE)), "EUR"))
                .containsExactly(new Part(new ItemId(1), eur("99.70"), eur("0.30"), Forgiven.SMALL_DIFFERENCE));
    }
}
