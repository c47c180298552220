package io.recoup.bench.matching;

import com.zaxxer.hikari.HikariDataSource;
import io.recoup.app.Invariants;
import io.recoup.bench.BenchServer;
import io.recoup.bench.Spent;
import io.recoup.money.Money;
import io.recoup.receivables.Cause;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.Ledger;
import io.recoup.receivables.Ledger.Allocation;
import io.recoup.receivables.Ledger.Part;
import io.recoup.receivables.ReceiptId;
import io.recoup.testing.Rooms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What letting receipts pay documents costs, beside the least that it could: one INSERT of as many allocations, one UPDATE
 * of the documents' balances that touches no index, and one DELETE of the narrow rows that say what is open, on plain
 * tables of the same database. The ledger posts, tells the ERP and its neighbours, and checks everything before.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=matching.PostingBench -Dexec.args="1000 100000"}: allocations in
 * one transaction, then numbers of allocations. {@code -Drecoup.statements} lists the dearest statements as well. The
 * exit code is 1 if an invariant does not hold afterwards.
 */
public final class PostingBench {

    private static final int WARMING = 20_000;

    private final BenchServer server;
    private final int batch;

    private PostingBench(BenchServer server, int batch) {
        this.server = server;
        this.batch = batch;
    }

    public static void main(String[] arguments) throws Exception {
        int batch = arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]);
        List<Integer> sizes = arguments.length < 2
                ? List.of(100_000)
                : Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
        System.out.println("seconds: wall (CPU of backends + of the thread); a first round warms up");
        System.out.println("| allocations | INSERT | UPDATE | DELETE | bound CPU | ledger | us each | ratio of CPU |");
        System.out.println("|---".repeat(8) + "|");
        boolean right = true;
        for (int pairs : sizes) {
            Map<String, String> settings = new LinkedHashMap<>(Map.of(
                    "shared_buffers", "2GB",
                    "max_wal_size", "8GB",
                    "autovacuum", "off",
                    "max_parallel_workers_per_gather", "0"));
            if (Boolean.getBoolean("recoup.statements")) {
                settings.put("shared_preload_libraries", "pg_stat_statements");
            }
            try (BenchServer server = new BenchServer(settings)) {
                right &= new PostingBench(server, batch).measure(pairs);
            }
        }
        System.exit(right ? 0 : 1);
    }

    private boolean measure(int pairs) throws Exception {
        PostingBooks.lay(server.dataSource(), WARMING + pairs);
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(server.dataSource());
            pool.setMaximumPoolSize(1);
            JdbcClient jdbc = JdbcClient.create(pool);
            Spent insert =
                    Spent.with(server.pid(), () -> jdbc.sql(PostingBooks.INSERT).update());
            Spent update =
                    Spent.with(server.pid(), () -> jdbc.sql(PostingBooks.UPDATE).update());
            Spent delete =
                    Spent.with(server.pid(), () -> jdbc.sql(PostingBooks.DELETE).update());
            double bound = (insert.cpu() + update.cpu() + delete.cpu()) * pairs / (WARMING + pairs);
            try (var rooms = Rooms.open(pool, new String[] {"receivables", "outbox"})) {
                Ledger ledger = rooms.getBean(Ledger.class);
                var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
                post(ledger, transaction, read(jdbc, 0, WARMING));
                if (Boolean.getBoolean("recoup.statements")) {
                    jdbc.sql("CREATE EXTENSION pg_stat_statements").update();
                }
                List<Allocation> wanted = read(jdbc, WARMING, WARMING + pairs);
                jdbc.sql("CHECKPOINT").update();
                Spent ours = Spent.with(server.pid(), () -> {
                    post(ledger, transaction, wanted);
                    return null;
                });
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %s | %s | %s | %.2f | %s | %.1f | %.2f |%n",
                        pairs,
                        told(insert),
                        told(update),
                        told(delete),
                        bound,
                        told(ours),
                        ours.cpu() * 1e6 / pairs,
                        ours.cpu() / bound);
            }
            if (Boolean.getBoolean("recoup.statements")) {
                CashApplicationBench.dearest(jdbc);
            }
            long open =
                    jdbc.sql("SELECT count(*) FROM open_item").query(Long.class).single();
            return open == 0 && new Invariants(jdbc).violations().isEmpty();
        }
    }

    private void post(Ledger ledger, TransactionTemplate transaction, List<Allocation> wanted) {
        for (int from = 0; from < wanted.size(); from += batch) {
            List<Allocation> some = wanted.subList(from, Math.min(wanted.size(), from + batch));
            transaction.executeWithoutResult(status -> {
                if (!ledger.allocate(some, PostingBooks.DAY).isEmpty()) {
                    throw new IllegalStateException("something was refused");
                }
            });
        }
    }

    private static List<Allocation> read(JdbcClient jdbc, int after, int upTo) {
        Cause cause =
                Cause.rule("document-number", "names RE-2026-1; exact amount; the payer's name is that of Debtor");
        return new ArrayList<>(jdbc.sql(
                        "SELECT receipt, item, minor FROM pair WHERE receipt > :after AND receipt <= :upTo ORDER BY receipt")
                .param("after", after)
                .param("upTo", upTo)
                .query((rs, row) -> new Allocation(
                        new ReceiptId(rs.getLong(1)),
                        List.of(new Part(new ItemId(rs.getLong(2)), Money.of(rs.getLong(3), "EUR"))),
                        cause))
                .list());
    }

    private static String told(Spent spent) {
        return String.format(
                Locale.ROOT, "%.2f (%.2f + %.2f)", spent.wall(), spent.cpu() - spent.thread(), spent.thread());
    }
}
