package io.recoup.receivables;

import io.recoup.testing.PostgresTest;
import io.recoup.testing.Rooms;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.context.ApplicationContext;

/** A test of the ledger alone: its room and the outbox on the database of the tests. */
abstract class LedgerTest extends PostgresTest {

    ApplicationContext rooms;
    Ledger ledger;
    Accounts accounts;

    @BeforeAll
    void openLedger() {
        rooms = Rooms.open(dataSource, new String[] {"receivables", "outbox"});
        ledger = rooms.getBean(Ledger.class);
        accounts = rooms.getBean(Accounts.class);
    }
}
