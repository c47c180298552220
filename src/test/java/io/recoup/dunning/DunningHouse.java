package io.recoup.dunning;

import io.recoup.calendar.BusinessDay;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spring.SpringCamelContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Ledger, dunning and mail with their real beans and routes, on a test database and a test mail server. */
final class DunningHouse implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final CamelContext camel;
    volatile LocalDate today;

    @EnableTransactionManagement
    static class Transactions {}

    DunningHouse(DataSource dataSource, int smtpPort, Path routes, LocalDate today) throws Exception {
        this.today = today;
        Map<String, Object> settings = new HashMap<>();
        settings.put("recoup.mail.host", "127.0.0.1");
        settings.put("recoup.mail.port", smtpPort);
        settings.put("recoup.mail.read-timeout", "10s");
        settings.put("recoup.mail.templates", routes.resolve("templates").toString());
        settings.put("recoup.dunning.policies", routes.resolve("policies").toString());
        settings.put("recoup.dunning.plan-cron", "0 0 0 1 1 ? 2099");
        settings.put("recoup.dunning.send-cron", "0 0 0 1 1 ? 2099");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
        context.getBeanFactory().registerSingleton("dataSource", dataSource); // not ours to close
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean("transactionManager", JdbcTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(BusinessDay.class, () -> zone -> this.today);
        context.registerBean("camel", SpringCamelContext.class, () -> new SpringCamelContext(context));
        context.registerBean(ProducerTemplate.class, () -> context.getBean(SpringCamelContext.class)
                .createProducerTemplate());
        context.register(Transactions.class);
        context.scan(
                "io.recoup.dunning",
                "io.recoup.mail",
                "io.recoup.followup",
                "io.recoup.receivables.store",
                "io.recoup.outbox.store");
        context.refresh();
        camel = context.getBean(SpringCamelContext.class);
        for (RouteBuilder builder : context.getBeansOfType(RouteBuilder.class).values()) {
            camel.addRoutes(builder);
        }
        camel.start();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        camel.stop();
        context.close();
    }
}
