package io.recoup.reconciliation.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.PostgresTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two replicas apply some hundred payments and are killed with kill -9 meanwhile; nothing is lost, nothing doubled. */
class CashApplicationCrashStoreTest extends PostgresTest {

    @Test
    void what_dies_in_the_middle_of_a_booking_leaves_neither_half_of_it_nor_two() throws Exception {
        Path log = Files.createTempFile("recoup-crash-", ".log");
        GeneratedLedger.enter(dataSource, 150, 5);
        try (Mishaps mishaps = new Mishaps(database, GeneratedLedger.UNTIL, log, 2)) {
            mishaps.play(new Random(7), 3, 2_000);
            assertThat(mishaps.kills()).isPositive();
        }

        CashBooks books = CashBooks.read(dataSource);
        assertThat(books.isRight()).as("%s, see %s", books.wrong(), log).isTrue();
        assertThat(books.paying()).isGreaterThan(40);
        Files.delete(log);
    }
}
