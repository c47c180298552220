package io.recoup.testing;

import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Some rooms with their real beans and transactions on a test database, without the rest of the application. */
public final class Rooms {

    private Rooms() {}

    @EnableTransactionManagement
    static class Transactions {}

    /** @param beans further single objects the rooms need, such as a clock or settings */
    public static AnnotationConfigApplicationContext open(DataSource dataSource, String[] rooms, Object... beans) {
        var context = new AnnotationConfigApplicationContext();
        var factory = context.getBeanFactory();
        factory.registerSingleton("dataSource", dataSource);
        factory.registerSingleton("jdbcClient", JdbcClient.create(dataSource));
        factory.registerSingleton("transactionManager", new JdbcTransactionManager(dataSource));
        for (Object bean : beans) {
            factory.registerSingleton(bean.getClass().getName(), bean);
        }
        context.register(Transactions.class);
        context.scan(
                Arrays.stream(rooms).map(room -> "io.recoup." + room + ".store").toArray(String[]::new));
        context.refresh();
        return context;
    }
}
