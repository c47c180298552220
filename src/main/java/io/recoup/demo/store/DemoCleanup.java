package io.recoup.demo.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the demo's books away as a whole; the migrations write them anew at the next start. */
public final class DemoCleanup {

    private final JdbcClient jdbc;

    public DemoCleanup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws IllegalStateException if the database was never the demo's */
    public void emptyTheBooks() {
        boolean isDemo = jdbc.sql("SELECT to_regclass('public.demo_day') IS NOT NULL")
                .query(Boolean.class)
                .single();
        if (!isDemo
                || jdbc.sql("SELECT count(*) FROM demo_day").query(Long.class).single() == 0) {
            throw new IllegalStateException("this database holds no demo: nothing was removed");
        }
        jdbc.sql("DROP SCHEMA public CASCADE").update();
        jdbc.sql("CREATE SCHEMA public").update();
    }
}
