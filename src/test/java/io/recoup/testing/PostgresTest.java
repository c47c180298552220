package io.recoup.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.app.Invariants;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A test class with a real PostgreSQL database of its own, as the migrations leave it. The methods of a class share
 * that database; after each of them the ledger's invariants must hold.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PostgresTest {

    protected DataSource dataSource;
    protected JdbcClient jdbc;
    protected TransactionTemplate transaction;

    @BeforeAll
    void takeFreshDatabase() {
        dataSource = TestServer.get().freshDatabase();
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @AfterEach
    void invariants_hold() {
        assertThat(new Invariants(jdbc).violations()).isEmpty();
    }
}
