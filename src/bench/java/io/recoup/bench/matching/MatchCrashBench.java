package io.recoup.bench.matching;

import io.recoup.bench.BenchServer;
import io.recoup.reconciliation.crash.CashBooks;
import io.recoup.reconciliation.crash.GeneratedLedger;
import io.recoup.reconciliation.crash.Mishaps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Cash application by two replicas that are killed with kill -9 again and again, on one durable PostgreSQL, until all
 * payments are decided; compared with one replica that nobody disturbs.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=matching.MatchCrashBench
 * -Dexec.args="--payments=10000 --kills=100 --seed=7 --longest=25"}. Rounds follow each other, each on a fresh copy of the
 * same books, until so many processes were killed, each within {@code longest} seconds of its work. The exit code is 1 if
 * anything was lost or doubled.
 */
public final class MatchCrashBench {

    private final BenchServer server;
    private final Random random;
    private final long longestMillis;
    private final Path log;

    private MatchCrashBench(BenchServer server, Random random, long longestMillis, Path log) {
        this.longestMillis = longestMillis;
        this.server = server;
        this.random = random;
        this.log = log;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Long> asked = new HashMap<>(Map.of("payments", 10_000L, "kills", 100L, "seed", 7L, "longest", 25L));
        for (String argument : arguments) {
            String[] parts = argument.split("=");
            if (parts.length != 2 || !parts[0].startsWith("--") || !asked.containsKey(parts[0].substring(2))) {
                throw new IllegalArgumentException(
                        "--payments=N, --kills=N, --seed=N or --longest=SECONDS, not " + argument);
            }
            asked.put(parts[0].substring(2), Long.valueOf(parts[1]));
        }
        Path log = Files.createTempFile("recoup-match-crash-", ".log");
        System.out.println(asked + ", log " + log);
        boolean right;
        try (BenchServer server = new BenchServer(Map.of("max_connections", "60"))) {
            GeneratedLedger.enter(server.dataSource(), asked.get("payments").intValue(), asked.get("seed"));
            right = new MatchCrashBench(server, new Random(asked.get("seed")), asked.get("longest") * 1_000, log)
                    .run(asked.get("kills").intValue());
        }
        System.exit(right ? 0 : 1);
    }

    private boolean run(int kills) throws IOException, InterruptedException {
        CashBooks reference = played("reference", 1, 0).books;
        System.out.println("| | killed | starting | at rest | payments | paying | decisions | "
                + String.join(" | ", reference.wrong().keySet()) + " | contested | left to a person | other | s |");
        System.out.println("|---".repeat(reference.wrong().size() + 11) + "|");
        boolean right = row("one, undisturbed", new Played(reference, 0, 0, 0, 0), reference);
        right &= row("two, undisturbed", played("two", 2, 0), reference);
        int killed = 0;
        for (int round = 1; killed < kills; round++) {
            Played played = played("round_" + round, 2, kills - killed);
            killed += played.kills;
            right &= row("round " + round, played, reference);
        }
        return right;
    }

    private record Played(CashBooks books, int kills, int early, int late, double seconds) {}

    private Played played(String name, int replicas, int kills) throws IOException, InterruptedException {
        PGSimpleDataSource database = server.copy(name);
        long began = System.nanoTime();
        try (Mishaps mishaps = new Mishaps(database, GeneratedLedger.UNTIL, log, replicas)) {
            mishaps.play(random, kills, longestMillis);
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Played(CashBooks.read(database), mishaps.kills(), mishaps.early(), mishaps.late(), seconds);
        }
    }

    private static boolean row(String name, Played played, CashBooks reference) {
        CashBooks books = played.books;
        CashBooks.Differences differences = books.from(reference);
        System.out.println("| "
                + String.join(
                        " | ",
                        name,
                        String.valueOf(played.kills),
                        String.valueOf(played.early),
                        String.valueOf(played.late),
                        String.valueOf(books.paid().size()),
                        String.valueOf(books.paying()),
                        String.valueOf(books.decisions()),
                        String.join(
                                " | ",
                                books.wrong().values().stream()
                                        .map(String::valueOf)
                                        .toList()),
                        String.valueOf(differences.contested()),
                        String.valueOf(differences.left()),
                        String.valueOf(differences.other().size()),
                        String.format(Locale.ROOT, "%.0f", played.seconds))
                + " |");
        differences.other().forEach(difference -> System.out.println("      " + difference));
        return books.isRight();
    }
}
