package io.recoup.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.recoup.app.Invariants;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A test class with a real PostgreSQL database of its own, as the migrations leave it. The methods of a class share
 * that database and its connections; after each of them the ledger's invariants must hold.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PostgresTest {

    private static final int MOST = 12;

    /** Without a pool, to know its name and port. */
    protected PGSimpleDataSource database;

    protected HikariDataSource dataSource;
    protected JdbcClient jdbc;
    protected TransactionTemplate transaction;

    @BeforeAll
    void takeFreshDatabase() {
        database = TestServer.get().freshDatabase();
        dataSource = new HikariDataSource();
        dataSource.setDataSource(database);
        dataSource.setMaximumPoolSize(MOST);
        dataSource.setMinimumIdle(1);
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @AfterEach
    void invariants_hold() {
        assertThat(new Invariants(jdbc).violations()).isEmpty();
    }

    @AfterAll
    void closeConnections() {
        dataSource.close();
    }
}
