package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.PostgresTest;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommandContextTest extends PostgresTest {

    @Test
    void a_command_has_the_books_but_runs_no_routes_and_no_console() throws Exception {
        PGSimpleDataSource books = database;
        try (ConfigurableApplicationContext context = CommandContext.open(
                "--recoup.database.url=" + books.getUrl(),
                "--recoup.database.username=" + books.getUser(),
                "--recoup.database.password=" + books.getPassword())) {
            assertThat(context).isNotInstanceOf(WebServerApplicationContext.class);
            CamelContext camel = context.getBean(CamelContext.class);
            assertThat(camel.getRoutes()).isEmpty();
            assertThat(camel.getComponent("quartz", QuartzComponent.class)
                            .getScheduler()
                            .isStarted())
                    .isFalse();
            assertThat(context.getEnvironment().getActiveProfiles()).containsExactly("command");
            assertThat(context.getBean(JdbcClient.class)
                            .sql("SELECT 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }
}
