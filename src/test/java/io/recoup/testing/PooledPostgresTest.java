package io.recoup.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** As {@link PostgresTest}, its connections kept open: for tests with thousands of statements, or several replicas. */
public abstract class PooledPostgresTest extends PostgresTest {

    private HikariDataSource pool;

    @BeforeAll
    void shareConnections() {
        pool = new HikariDataSource();
        pool.setDataSource(dataSource);
        pool.setMaximumPoolSize(12);
        dataSource = pool;
        jdbc = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    @AfterAll
    void closeConnections() {
        pool.close();
    }
}
