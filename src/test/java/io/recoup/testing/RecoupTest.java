package io.recoup.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.app.Invariants;
import io.recoup.app.RecoupApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test class with the whole application on a free port and a database of its own. Classes of one set of properties
 * share context and database, so each method brings what it looks at. The demo does not play and no timer ticks:
 * what a test writes is what stands there. After each of them the invariants must hold.
 */
@SpringBootTest(
        classes = RecoupApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "recoup.demo.player=false",
            "recoup.demo.inbox=target/demo/inbox",
            "recoup.demo.outbox=target/demo/outbox",
            "recoup.demo.smtp-port=0",
            "recoup.demo.imap-port=0",
            "recoup.intake.recover-cron=-",
            "recoup.reconciliation.cron=-",
            "recoup.agency.react-cron=-"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RecoupTest {

    private static PGSimpleDataSource database;

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient jdbc;

    @DynamicPropertySource
    static void useTestServer(DynamicPropertyRegistry properties) {
        properties.add("recoup.database.url", () -> database().getUrl());
        properties.add("recoup.database.username", () -> database().getUser());
        properties.add("recoup.database.password", () -> database().getPassword());
    }

    private static synchronized PGSimpleDataSource database() {
        if (database == null) {
            database = TestServer.get().freshDatabase();
        }
        return database;
    }

    @AfterEach
    void invariants_hold() {
        assertThat(new Invariants(jdbc).violations()).isEmpty();
    }
}
