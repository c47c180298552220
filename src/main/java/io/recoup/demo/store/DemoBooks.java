package io.recoup.demo.store;

import io.recoup.app.postgres.Access;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The demo's database as a command finds it, without the application around it. */
public final class DemoBooks {

    private final JdbcClient jdbc;

    public DemoBooks(Access access) {
        this.jdbc = JdbcClient.create(new DriverManagerDataSource(access.url(), access.username(), access.password()));
    }

    /**
     * @param days calendar days from the last day asked for
     * @return the day until which the demo is to be played now
     * @throws IllegalStateException if no demo was ever begun in this database
     */
    public LocalDate playFurther(int days) {
        return new DemoCalendar(jdbc).playFurther(days);
    }

    /** @throws IllegalStateException if the database was never the demo's */
    public void empty() {
        new DemoCleanup(jdbc).emptyTheBooks();
    }
}
