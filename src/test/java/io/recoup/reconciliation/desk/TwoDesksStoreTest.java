package io.recoup.reconciliation.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.banking.BankBook;
import io.recoup.banking.BankTransaction;
import io.recoup.receivables.ReceiptId;
import io.recoup.receivables.RefusedEntry;
import io.recoup.reconciliation.Proposal;
import io.recoup.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two desks look at the same money while a person accepts, undoes and enters cash; the invariants hold after it. */
class TwoDesksStoreTest extends MatchingTest {

    private static final int ROUNDS = 10;

    private int rounds;

    @BeforeAll
    void open() {
        house = openHouse(ReconciliationSettings.defaults());
    }

    @Test
    void nothing_is_paid_twice_and_nothing_is_forgotten() {
        MatchingHouse other = openHouse(ReconciliationSettings.defaults());
        Seeds.forEach(ROUNDS, random -> round(random, other));

        house.desk.run(today);
        assertThat(house.desk.run(today)).isEqualTo(new ReconciliationDesk.Outcome(0, 0, 0));
        assertThat(count("match_due")).isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM unapplied WHERE why = 'not looked at yet'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("SELECT count(*) FROM match_decision WHERE decision = 'auto'")
                        .query(Integer.class)
                        .single())
                .as("booked by a desk")
                .isPositive();
        assertThat(jdbc.sql("SELECT count(*) FROM posting WHERE kind = 'allocated' AND cause_kind = 'user'")
                        .query(Integer.class)
                        .single())
                .as("booked or undone by the person")
                .isPositive();
    }

    private void round(Random random, MatchingHouse other) throws Exception {
        String prefix = "X" + (100 + rounds++) + "-70";
        String name = "Racer " + prefix;
        List<BankTransaction> money = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String number = prefix + (1000 + i);
            owes(named(prefix, name), number, "10.00");
            money.add(Bookings.credit(number + "a", "10.00", number, name, null));
            if (random.nextBoolean()) {
                money.add(Bookings.credit(number + "b", random.nextBoolean() ? "10.00" : "4.00", number, name, null));
            }
        }
        money.add(Bookings.credit(prefix + "both", "20.00", prefix + "1000 " + prefix + "1001", name, null));
        house.bank.enter(money, new BankBook.Source("test", null, null));
        CompletableFuture<Void> one = CompletableFuture.runAsync(() -> house.desk.run(today));
        CompletableFuture<Void> two = CompletableFuture.runAsync(() -> other.desk.run(today));
        CompletableFuture<Void> person = CompletableFuture.runAsync(() -> person(random.nextLong(), prefix));
        CompletableFuture.allOf(one, two, person).get(120, TimeUnit.SECONDS);
    }

    private void person(long seed, String prefix) {
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            for (Proposal waiting : house.reviews.waiting(new ReceiptId(0), 1_000)) {
                if (String.valueOf(waiting.remittance()).startsWith(prefix)) {
                    attempt(() -> house.reviews.accept(waiting.receipt(), "rosa", today));
                }
            }
            jdbc
                    .sql("SELECT DISTINCT receipt_id FROM allocation WHERE reverses IS NULL AND NOT reversed")
                    .query(Long.class)
                    .list()
                    .stream()
                    .filter(receipt -> random.nextInt(6) == 0)
                    .forEach(receipt -> attempt(() -> house.reviews.undo(new ReceiptId(receipt), "rosa", null, today)));
        }
    }

    /** A refusal is an answer: somebody else was faster. */
    private static void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (RefusedEntry overtaken) {
            assertThat(overtaken.getMessage()).isNotBlank();
        }
    }
}
