package io.recoup.bench;

import io.recoup.intake.DoorReport;
import io.recoup.intake.Doors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A 100 MB bank file at the statements door: the first time, the same bytes again (known by their hash, not read), and
 * the same transactions in other bytes (read, and each found to be known).
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=DoorBench}
 */
public final class DoorBench {

    private static final Path FILE = Path.of("target", "bench", "door.xml");
    private static final int ROUNDS = 5;

    private DoorBench() {}

    public static void main(String[] arguments) throws Exception {
        long transactions = CamtFiles.write(FILE, 20_260_309L, 100_000_000L, 5_000);
        try (BenchServer server = new BenchServer(Map.of("max_wal_size", "8GB", "shared_buffers", "512MB"));
                Doors doors = new Doors(server.dataSource(), Path.of("routes"))) {
            JdbcClient jdbc = JdbcClient.create(server.dataSource());
            System.out.printf(
                    Locale.ROOT, "%,d transactions; seconds wall (CPU of thread + of the database)%n", transactions);
            System.out.println("round | first | same bytes again | other bytes, same transactions");
            List<Round> rounds = new ArrayList<>();
            for (int number = 1; number <= ROUNDS; number++) {
                jdbc.sql("TRUNCATE bank_transaction, bank_statement, bank_import")
                        .update();
                Files.writeString(FILE, "<!-- round " + number + " -->\n", StandardOpenOption.APPEND);
                Spent first = Spent.with(server.pid(), () -> enter(doors, transactions));
                Spent again = Spent.with(server.pid(), () -> enter(doors, 0));
                Files.writeString(FILE, "<!-- once more -->\n", StandardOpenOption.APPEND);
                Spent other = Spent.with(server.pid(), () -> enter(doors, 0));
                rounds.add(new Round(first, again, other));
                System.out.println(number + " | " + shown(first) + " | " + shown(again) + " | " + shown(other));
            }
            told(rounds, "wall", Spent::wall);
            told(rounds, "CPU", Spent::cpu);
        } finally {
            Files.deleteIfExists(FILE);
        }
    }

    private record Round(Spent first, Spent again, Spent other) {}

    private static void told(List<Round> rounds, String by, ToDoubleFunction<Spent> measure) {
        Spread same = Spread.of(rounds, r -> measure.applyAsDouble(r.first()) / measure.applyAsDouble(r.again()));
        Spread other = Spread.of(rounds, r -> measure.applyAsDouble(r.first()) / measure.applyAsDouble(r.other()));
        System.out.println("by " + by + ", median: the same bytes " + same + " times, other bytes " + other
                + " times as fast as first");
    }

    private static String shown(Spent spent) {
        return String.format(Locale.ROOT, "%.2f (%.2f + %.2f)", spent.wall(), spent.thread(), spent.backend());
    }

    private static Void enter(Doors doors, long expected) throws IOException {
        try (InputStream in = Files.newInputStream(FILE)) {
            DoorReport report = doors.accept("statements", in, Map.of());
            if (report.applied() != expected || report.quarantined() > 0) {
                throw new IllegalStateException("applied " + report.applied() + ", not " + expected + ": " + report);
            }
        }
        return null;
    }
}
