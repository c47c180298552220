package io.recoup.testing;

import io.recoup.app.RecoupApplication;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A test of the whole application on a random port, with the profile {@code test} (one local user, {@code clerk})
 * and a database of its own. Classes that add no properties share one context, and so one database.
 */
@SpringBootTest(classes = RecoupApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
public abstract class AppTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("recoup.database.url", () -> TestDatabase.SHARED.getUrl());
        properties.add("recoup.database.username", () -> TestDatabase.SHARED.getUser());
        properties.add("recoup.database.password", () -> TestDatabase.SHARED.getPassword());
    }

    private static final class TestDatabase {
        static final PGSimpleDataSource SHARED = TestServer.get().freshDatabase();
    }
}
