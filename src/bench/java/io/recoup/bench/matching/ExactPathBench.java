package io.recoup.bench.matching;

import com.sun.management.OperatingSystemMXBean;
import io.recoup.bench.BenchServer;
import io.recoup.bench.Spent;
import io.recoup.bench.matching.StreamedRows.Reader;
import io.recoup.bench.matching.StreamedRows.Writer;
import io.recoup.reconciliation.match.ExactPath;
import io.recoup.reconciliation.match.ExactPathCheck;
import io.recoup.reconciliation.match.Thresholds;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * What the payments cost that name one document of ours and pay just it: read from PostgreSQL with all that is open, decided
 * by the engine's own lane, the decisions written back; beside the bare join of their references in memory. Microseconds of CPU a payment,
 * of the database and of the one thread that works here; in brackets with what the virtual machine does beside it.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=matching.ExactPathBench -Dexec.args="3 100000 1000000"}: rounds,
 * each of which is a line, then numbers of payments. The exit code is 1 if the join or the lane takes a payment for another
 * item than the truth says, or if on a small ledger the lane books anything otherwise than the engine.
 */
public final class ExactPathBench {

    private static final int WARM = 30_000;

    private final long postmaster;
    private final Connection connection;
    private final int size;

    /** @param connection of which all goes through one, so that no backend ends while its time is read */
    private ExactPathBench(long postmaster, Connection connection, int size) {
        this.postmaster = postmaster;
        this.connection = connection;
        this.size = size;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        List<Integer> sizes = arguments.length < 2
                ? List.of(100_000)
                : Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
        boolean right = true;
        try (BenchServer server = new BenchServer(Map.of(
                "shared_buffers", "2GB",
                "max_wal_size", "8GB",
                "autovacuum", "off",
                "max_parallel_workers_per_gather", "0"))) {
            long postmaster = server.pid();
            ExactPathBooks.lay(server.dataSource(), WARM);
            try (Connection connection = server.dataSource().getConnection()) {
                for (int round = 0; round < 5; round++) {
                    right &= new ExactPathBench(postmaster, connection, WARM).measure(false);
                }
                right &= new ExactPathBench(postmaster, connection, WARM).isAsTheEngineWould();
            }
            System.out.println("us of CPU a payment");
            System.out.println(
                    "| payments | join | its index | by length | lane: items | payments | back | database | all"
                            + " | to the join with its index | to the join alone | by length | booked | wrong |");
            System.out.println("|---".repeat(14) + "|");
            for (int one : sizes) {
                ExactPathBooks.lay(server.dataSource(), one);
                try (Connection connection = server.dataSource().getConnection()) {
                    for (int round = 0; round < rounds; round++) {
                        right &= new ExactPathBench(postmaster, connection, one).measure(true);
                    }
                }
            }
        }
        System.exit(right ? 0 : 1);
    }

    private boolean measure(boolean told) throws Exception {
        int[] truth = truth();
        JoinedTexts plain = JoinedTexts.measured(connection, truth, false);
        JoinedTexts byLength = JoinedTexts.measured(connection, truth, true);
        ExactPath[] path = new ExactPath[1];
        System.gc();
        long process = processNanos();
        Spent items = spent(() -> path[0] = items());
        Spent payments = spent(() -> payments(path[0]));
        Spent back = spent(() -> write(path[0]));
        double everything = (processNanos() - process) / 1e9 + items.backend() + payments.backend() + back.backend();
        Spent all = items.plus(payments).plus(back);
        int booked = 0;
        int wrong = plain.wrong() + byLength.wrong();
        for (int payment = 0; payment < size; payment++) {
            int item = path[0].itemOf(payment);
            booked += item >= 0 ? 1 : 0;
            wrong += item >= 0 && item != truth[payment] ? 1 : 0;
        }
        if (told) {
            double each = 1e6 / size;
            double join = plain.build() + plain.join();
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f (%.2f) | %.2f | %.2f | %.2f | %.1f %% | %d |%n",
                    size,
                    plain.join() * each,
                    plain.build() * each,
                    (byLength.build() + byLength.join()) * each,
                    items.cpu() * each,
                    payments.cpu() * each,
                    back.cpu() * each,
                    all.backend() * each,
                    all.cpu() * each,
                    everything * each,
                    all.cpu() / join,
                    all.cpu() / plain.join(),
                    all.cpu() / (byLength.build() + byLength.join()),
                    100.0 * booked / size,
                    wrong);
        }
        return wrong == 0;
    }

    private boolean isAsTheEngineWould() throws Exception {
        ExactPath path = payments(items());
        ExactPathCheck engine = new ExactPathCheck();
        Reader rows = new Reader(connection, ExactPathBooks.DEBTORS);
        while (rows.next()) {
            engine.debtor(rows.number(), rows.text().toString());
        }
        rows = new Reader(connection, ExactPathBooks.ITEMS);
        while (rows.next()) {
            engine.item(
                    rows.number(), rows.text().toString(), rows.day(), rows.day(), rows.minor(), rows.textLike("EUR"));
        }
        rows = new Reader(connection, ExactPathBooks.PAYMENTS);
        while (rows.next()) {
            engine.payment(
                    rows.day(),
                    rows.minor(),
                    rows.textLike("EUR"),
                    rows.text().toString(),
                    rows.text().toString());
        }
        int differing = engine.differing(path);
        System.out.printf("of %,d payments %d are booked otherwise than the engine would%n", size, differing);
        return differing == 0;
    }

    private Spent spent(Callable<?> work) throws Exception {
        return Spent.with(postmaster, work);
    }

    private static long processNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private int[] truth() throws Exception {
        int[] truth = new int[size];
        Reader rows = new Reader(connection, "SELECT item FROM plain_payment");
        for (int payment = 0; rows.next(); payment++) {
            truth[payment] = rows.number();
        }
        return truth;
    }

    private ExactPath items() throws Exception {
        int debtors = ExactPathBooks.debtors(size);
        ExactPath path = new ExactPath(size, debtors, size, Thresholds.shipped());
        Reader rows = new Reader(connection, ExactPathBooks.DEBTORS);
        while (rows.next()) {
            path.debtor(rows.number(), rows.text());
        }
        rows = new Reader(connection, ExactPathBooks.ITEMS);
        while (rows.next()) {
            path.item(rows.number(), rows.text(), rows.day(), rows.day(), rows.minor(), rows.textLike("EUR"));
        }
        path.close();
        return path;
    }

    private ExactPath payments(ExactPath path) throws Exception {
        Reader rows = new Reader(connection, ExactPathBooks.PAYMENTS);
        while (rows.next()) {
            path.payment(rows.day(), rows.minor(), rows.textLike("EUR"), rows.text(), rows.text());
        }
        path.finish();
        return path;
    }

    private ExactPath write(ExactPath path) throws Exception {
        Writer rows = new Writer(connection, "plain_decision");
        for (int payment = 0; payment < size; payment++) {
            int item = path.itemOf(payment);
            if (item >= 0) {
                rows.begin(4);
                rows.number(payment);
                rows.number(item);
                rows.minor(path.minorOf(item));
                rows.number(path.confidenceOf(payment));
            }
        }
        rows.end();
        return path;
    }
}
