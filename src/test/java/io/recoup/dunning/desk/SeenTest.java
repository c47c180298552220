package io.recoup.dunning.desk;

import static io.recoup.dunning.Debts.account;
import static io.recoup.dunning.Debts.due;
import static io.recoup.dunning.Debts.hold;
import static io.recoup.dunning.Debts.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.money.Money;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody saw who writes to a debtor, and what makes his words untrue. */
class SeenTest {

    private static final OpenItem FIRST = due(1, "2026-03-01", "100.00");
    private static final OpenItem SECOND = due(2, "2026-03-08", "50.00");
    private static final OpenItem CREDIT = item(3, ItemKind.CREDIT_NOTE, "2026-03-01", "20.00", "EUR");

    @Test
    void it_is_read_as_it_was_written_and_an_empty_account_is_one() {
        Seen seen = Seen.of(account(
                List.of(FIRST, SECOND, CREDIT), List.of(hold(null, "dispute", null, "x")), List.of(euro("5.00"))));
        assertThat(seen.written()).isEqualTo("c3 d1=10000 d2=5000 h1 uEUR=500");
        assertThat(Seen.read(seen.written())).isEqualTo(seen);
        assertThat(Seen.read("")).isEqualTo(Seen.of(account()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x1", "d1", "d1=", "d=5", "d1=5  d2=5", "u=5", "uEUR", "h", "hx", "d1=99999999999999999999"})
    void what_it_did_not_write_is_refused(String written) {
        assertThatThrownBy(() -> Seen.read(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void less_open_by_a_cent_matters_and_the_same_or_more_does_not() {
        assertThat(changed(account(FIRST, SECOND), account(FIRST, due(2, "2026-03-08", "49.99"))))
                .hasValue("N-2 has less open than when the letter was written: read it again");
        assertThat(changed(account(FIRST, SECOND), account(SECOND)))
                .hasValue("N-1 has less open than when the letter was written: read it again");
        assertThat(changed(account(FIRST, SECOND), account(FIRST, SECOND))).isEmpty();
        assertThat(changed(account(FIRST), account(due(1, "2026-03-01", "100.01"), SECOND)))
                .isEmpty();
    }

    @Test
    void more_money_or_a_credit_note_matters_and_one_that_was_known_or_used_up_does_not() {
        DebtorAccount some = account(List.of(FIRST, CREDIT), List.of(), List.of(euro("5.00")));
        assertThat(changed(some, account(List.of(FIRST, CREDIT), List.of(), List.of(euro("5.01")))))
                .hasValueSatisfying(why -> assertThat(why).startsWith("money or a credit note"));
        assertThat(changed(account(FIRST), account(FIRST, CREDIT)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("money or a credit note"));
        assertThat(changed(some, account(FIRST))).isEmpty();
        assertThat(changed(some, some)).isEmpty();
    }

    @Test
    void a_new_hold_matters_and_one_that_was_known_or_released_does_not() {
        DebtorAccount held = account(List.of(FIRST), List.of(hold(1L, "dispute", null, "x")), List.of());
        assertThat(changed(account(FIRST), held))
                .hasValueSatisfying(why -> assertThat(why).startsWith("a hold was placed"));
        assertThat(changed(held, held)).isEmpty();
        assertThat(changed(held, account(FIRST))).isEmpty();
    }

    private static Optional<String> changed(DebtorAccount then, DebtorAccount now) {
        return Seen.read(Seen.of(then).written())
                .changed(now, ids -> List.of(FIRST, SECOND, CREDIT).stream()
                        .filter(known -> ids.contains(known.id()))
                        .toList())
                .map(Object::toString);
    }

    private static Money euro(String amount) {
        return Money.parse(amount, "EUR");
    }
}
