package io.recoup.bench.matching;

import com.zaxxer.hikari.HikariDataSource;
import io.recoup.bench.BenchServer;
import io.recoup.bench.Spent;
import io.recoup.reconciliation.crash.CashBooks;
import io.recoup.reconciliation.crash.GeneratedLedger;
import io.recoup.reconciliation.desk.ReconciliationDesk.Outcome;
import io.recoup.reconciliation.desk.ReconciliationSettings;
import io.recoup.reconciliation.desk.StagedDesk;
import io.recoup.reconciliation.desk.StagedDesk.Stage;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many payments one desk applies in a second, and at what it spends the time: generated books of the mixed regime on
 * one durable PostgreSQL, one desk alone with the real beans of its rooms.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=matching.CashApplicationBench -Dexec.args="shipped 2000 10000"}:
 * the thresholds in force, {@code strict} or {@code shipped}, and numbers of payments. {@code -Drecoup.statements} lists
 * the dearest statements as well. The exit code is 1 if the books are not right afterwards.
 */
public final class CashApplicationBench {

    private static final int WARMING = 300;

    private CashApplicationBench() {}

    public static void main(String[] arguments) throws Exception {
        var base = ReconciliationSettings.Base.valueOf(
                arguments.length == 0 ? "SHIPPED" : arguments[0].toUpperCase(Locale.ROOT));
        List<Integer> sizes = arguments.length < 2
                ? List.of(2_000, 10_000)
                : Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
        System.out.println("seconds: wall (CPU of backends + of the desk's thread), a first run warms up");
        System.out.println("| payments | paying | a second | all | "
                + String.join(
                        " | ",
                        Arrays.stream(Stage.values())
                                .map(stage -> stage.name().toLowerCase(Locale.ROOT))
                                .toList())
                + " |");
        System.out.println("|---".repeat(4 + Stage.values().length) + "|");
        boolean right = measure(WARMING, settings(base));
        for (int payments : sizes) {
            right &= measure(payments, settings(base));
        }
        System.exit(right ? 0 : 1);
    }

    private static ReconciliationSettings settings(ReconciliationSettings.Base base) {
        ReconciliationSettings plain = ReconciliationSettings.defaults();
        return new ReconciliationSettings(
                "-",
                base,
                plain.auditShare(),
                plain.auditSalt(),
                plain.target(),
                Map.of("EUR", new BigDecimal("1.00")),
                Map.of("EUR", new BigDecimal("25.00")),
                plain.daysAhead(),
                plain.discountGrace());
    }

    private static boolean measure(int payments, ReconciliationSettings settings) throws Exception {
        boolean statements = Boolean.getBoolean("recoup.statements");
        try (BenchServer server = new BenchServer(
                        statements
                                ? Map.of("shared_buffers", "1GB", "shared_preload_libraries", "pg_stat_statements")
                                : Map.of("shared_buffers", "1GB"));
                HikariDataSource pool = new HikariDataSource()) {
            GeneratedLedger.enter(server.dataSource(), payments, payments);
            pool.setDataSource(server.dataSource());
            pool.setMaximumPoolSize(2);
            JdbcClient jdbc = JdbcClient.create(pool);
            jdbc.sql("ANALYZE").update();
            if (statements) {
                jdbc.sql("CREATE EXTENSION pg_stat_statements").update();
            }
            try (StagedDesk desk = new StagedDesk(pool, server.pid(), settings)) {
                Outcome[] outcome = new Outcome[1];
                Spent all = Spent.with(server.pid(), () -> outcome[0] = desk.run(GeneratedLedger.UNTIL));
                CashBooks books = CashBooks.read(pool);
                row(payments, outcome[0], all, desk.spent());
                if (statements) {
                    dearest(jdbc);
                }
                if (!books.isRight()) {
                    System.out.println(books.wrong());
                }
                return books.isRight() && CashBooks.unfinished(pool) == 0;
            }
        }
    }

    private static void row(int payments, Outcome outcome, Spent all, Map<Stage, Spent> spent) {
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "| %,d | %,d | %.0f | %s |",
                payments,
                outcome.allocated(),
                outcome.taken() / all.wall(),
                told(all)));
        for (Stage stage : Stage.values()) {
            row.append(' ')
                    .append(told(spent.getOrDefault(stage, new Spent(0, 0, 0))))
                    .append(" |");
        }
        System.out.println(row);
    }

    private static String told(Spent spent) {
        return String.format(Locale.ROOT, "%.2f (%.2f + %.2f)", spent.wall(), spent.backend(), spent.thread());
    }

    static void dearest(JdbcClient jdbc) {
        jdbc.sql("""
            SELECT round(total_exec_time)::bigint AS ms, calls, rows, left(regexp_replace(query, '\\s+', ' ', 'g'), 130) AS query
            FROM pg_stat_statements ORDER BY total_exec_time DESC LIMIT 40
            """)
                .query((rs, row) -> String.format(
                        Locale.ROOT,
                        "%8d ms %8d calls %8d rows  %s",
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getLong(3),
                        rs.getString(4)))
                .list()
                .forEach(System.out::println);
    }
}
