package io.recoup.app.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.app.match.Transactions.Incoming;
import io.recoup.banking.BankTransaction;
import io.recoup.banking.Counterparty;
import io.recoup.banking.Direction;
import io.recoup.banking.EntryStatus;
import io.recoup.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final Transactions transactions = new Transactions();

    @Test
    void a_movement_goes_by_the_banks_id_only_while_that_is_its_own() {
        BankTransaction own = movement("2026-06-01", "A", EntryStatus.BOOKED);
        BankTransaction series = movement("2026-06-01", "S", EntryStatus.BOOKED);
        BankTransaction again = movement("2026-07-01", "S", EntryStatus.BOOKED);
        BankTransaction without = movement("2026-07-01", null, EntryStatus.BOOKED);
        transactions.add(own);
        transactions.add(series);
        transactions.add(again);
        transactions.add(without);
        assertThat(transactions.incoming())
                .extracting(Incoming::key)
                .containsExactly(
                        "A",
                        series.identity().toString(),
                        again.identity().toString(),
                        without.identity().toString());
    }

    @Test
    void what_was_announced_and_is_booked_now_counts_once_and_as_booked() {
        transactions.add(movement("2026-06-01", "A", EntryStatus.PENDING));
        transactions.add(movement("2026-06-01", "A", EntryStatus.BOOKED));
        transactions.add(movement("2026-06-01", "A", EntryStatus.ADVICE));
        assertThat(transactions.incoming()).extracting(Incoming::key).containsExactly("A");
        assertThat(transactions.repeated()).isEqualTo(2);
    }

    private static BankTransaction movement(String day, String bankId, EntryStatus status) {
        LocalDate on = LocalDate.parse(day);
        return new BankTransaction(
                "DE1",
                null,
                on,
                on,
                status,
                Direction.CREDIT,
                false,
                false,
                Money.of(10_00, "EUR"),
                Counterparty.UNKNOWN,
                null,
                null,
                "rent",
                bankId,
                1);
    }
}
