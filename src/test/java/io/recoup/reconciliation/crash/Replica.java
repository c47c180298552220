package io.recoup.reconciliation.crash;

import com.zaxxer.hikari.HikariDataSource;
import io.recoup.reconciliation.desk.ReconciliationDesk;
import io.recoup.reconciliation.desk.ReconciliationSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One replica of cash application in a process of its own: the real beans of the room, which work, find nothing more to
 * do, and look again. It can be killed; it ends by itself when whoever started it does.
 */
public final class Replica {

    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private static final String READY = "ready ";

    private final Process process;
    private final Path log;

    @EnableTransactionManagement
    static class Transactions {}

    /** @param log what it writes is appended there */
    public Replica(PGSimpleDataSource server, LocalDate day, Path log) throws IOException {
        this.log = log;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Replica.class.getName(),
                        server.getUrl(),
                        server.getUser(),
                        server.getPassword(),
                        day.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has begun to work. */
    public boolean isReady() {
        try {
            return Files.readString(log).contains(READY + process.pid() + "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** kill -9; returns when the process is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** With the thresholds that book most: the more is booked unasked, the more can go wrong. */
    static ReconciliationSettings settings() {
        ReconciliationSettings plain = ReconciliationSettings.defaults();
        return new ReconciliationSettings(
                "-",
                ReconciliationSettings.Base.SHIPPED,
                plain.auditShare(),
                plain.auditSalt(),
                plain.target(),
                Map.of("EUR", new BigDecimal("1.00")),
                Map.of("EUR", new BigDecimal("25.00")),
                plain.daysAhead(),
                plain.discountGrace());
    }

    public static void main(String[] arguments) {
        Thread watch = new Thread(Replica::endWithTheParent);
        watch.setDaemon(true);
        watch.start();
        LocalDate day = LocalDate.parse(arguments[3]);
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(arguments[0]);
        pool.setUsername(arguments[1]);
        pool.setPassword(arguments[2]);
        pool.setMaximumPoolSize(4);
        pool.setInitializationFailTimeout(-1);
        var context = new AnnotationConfigApplicationContext();
        var factory = context.getBeanFactory();
        JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
        factory.registerSingleton("dataSource", pool);
        factory.registerSingleton("jdbcClient", JdbcClient.create(pool));
        factory.registerSingleton("transactionManager", transactions);
        factory.registerSingleton("transactionTemplate", new TransactionTemplate(transactions));
        factory.registerSingleton("settings", settings());
        context.register(Transactions.class);
        context.scan(
                "io.recoup.reconciliation.desk",
                "io.recoup.reconciliation.store",
                "io.recoup.receivables.store",
                "io.recoup.banking.store",
                "io.recoup.outbox.store");
        context.refresh();
        ReconciliationDesk desk = context.getBean(ReconciliationDesk.class);
        System.out.println(READY + ProcessHandle.current().pid());
        while (true) {
            try {
                desk.run(day);
            } catch (RuntimeException untilTheNextTick) {
                LoggerFactory.getLogger(Replica.class).warn("run ended early", untilTheNextTick);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static void endWithTheParent() {
        try {
            while (System.in.read() >= 0) {
                // nothing is ever written
            }
        } catch (IOException gone) {
            // as good as its end
        }
        Runtime.getRuntime().halt(0);
    }
}
