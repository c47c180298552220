package io.recoup.bench;

import io.recoup.bench.PlanningProcess.Planned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.postgresql.PGConnection;
import org.springframework.util.FileSystemUtils;

/**
 * How the daily planning run compares with one sequential scan of the documents in the same database: on the first day
 * ever, when every debtor is looked at, and on days after it, when only those about whom something is new are. The run's
 * decisions and letters are written; it works in a process with 64 MB of heap, one for all sizes, the largest first: so the
 * compiler has seen the work before the days of the smaller ones count, as in a server that has run for weeks.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=PlanningBench}; numbers of debtors as {@code -Dexec.args},
 * otherwise a million, three tenths and a tenth of it. Needs 8 GB of disk, and most of its time to lay out the
 * books.
 */
public final class PlanningBench {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 10);
    private static final int DAYS = 5;
    private static final int SCANS = 5;

    private PlanningBench() {}

    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = arguments.length == 0
                ? List.of(1_000_000, 300_000, 100_000)
                : Arrays.stream(arguments).map(Integer::valueOf).toList();
        System.out.println("seconds: wall (CPU of backends + CPU of the planning thread); the last: of its process");
        System.out.println("debtors | day | items | open items | run | process | heap MB | looked at | letters");
        Path folder = Files.createTempDirectory("recoup-planning-");
        try (PlanningProcess planning = new PlanningProcess(PlanningProcess.policies(folder))) {
            for (int debtors : sizes) {
                measure(debtors, planning);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void measure(int debtors, PlanningProcess planning) throws Exception {
        try (BenchServer server = new BenchServer(Map.of(
                        "max_wal_size", "8GB",
                        "shared_buffers", "2GB",
                        "max_parallel_workers_per_gather", "0"));
                Connection scans = server.dataSource().getConnection()) {
            PlanningBooks.seed(server.dataSource(), debtors, FIRST);
            planning.open(server.dataSource().getPortNumbers()[0]);
            List<Round> rounds = new ArrayList<>();
            for (LocalDate day = FIRST; rounds.size() <= DAYS; day = day.plusDays(1)) {
                Round round = round(server, scans, planning, day);
                rounds.add(round);
                System.out.println(debtors + " | " + day + " | " + round);
                PlanningBooks.night(server.dataSource(), debtors, day);
            }
            told(debtors, "first run", rounds.subList(0, 1));
            told(debtors, "days after it", rounds.subList(1, DAYS + 1));
        }
    }

    /** @param run by the server; what the planning process used is in {@code planned} */
    private record Round(Spent items, Spent openItems, Spent run, Planned planned) {

        double cpu() {
            return run.backend() + planned.thread();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.2f (%.2f) | %.2f (%.2f) | %.2f (%.2f + %.2f) | %.2f | %d | %,d | %,d",
                    items.wall(),
                    items.backend(),
                    openItems.wall(),
                    openItems.backend(),
                    planned.wall(),
                    run.backend(),
                    planned.thread(),
                    planned.cpu(),
                    planned.heap(),
                    planned.debtors(),
                    planned.letters());
        }
    }

    private static Round round(BenchServer server, Connection scans, PlanningProcess planning, LocalDate day)
            throws Exception {
        Spent items = scan(scans, "SELECT count(*), sum(total_minor) FROM item");
        Spent openItems = scan(scans, "SELECT count(*), sum(open_minor) FROM open_item");
        Planned[] planned = new Planned[1];
        Spent run = Spent.with(server.pid(), () -> planned[0] = planning.plan(day));
        return new Round(items, openItems, run, planned[0]);
    }

    /** The median of some scans, of which only what their own backend does is counted. */
    private static Spent scan(Connection connection, String sql) throws Exception {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        List<Spent> scans = new ArrayList<>();
        for (int i = 0; i < SCANS; i++) {
            scans.add(Spent.on(pid, () -> {
                try (var statement = connection.createStatement();
                        var sums = statement.executeQuery(sql)) {
                    return sums.next();
                }
            }));
        }
        scans.sort(Comparator.comparingDouble(Spent::backend));
        return scans.get(SCANS / 2);
    }

    private static void told(int debtors, String which, List<Round> rounds) {
        told(debtors, which, "CPU", rounds, Round::cpu, Spent::backend);
        told(debtors, which, "wall", rounds, round -> round.planned().wall(), Spent::wall);
    }

    private static void told(
            int debtors,
            String which,
            String by,
            List<Round> rounds,
            ToDoubleFunction<Round> run,
            ToDoubleFunction<Spent> scan) {
        Spread wide = Spread.of(rounds, round -> run.applyAsDouble(round) / scan.applyAsDouble(round.items()));
        Spread narrow = Spread.of(rounds, round -> run.applyAsDouble(round) / scan.applyAsDouble(round.openItems()));
        System.out.printf(
                Locale.ROOT,
                "%,d debtors, %s, by %s: %s scans of the items, %s of the open items%n",
                debtors,
                which,
                by,
                wide,
                narrow);
    }
}
