package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.generator.Generation;
import io.recoup.reconciliation.generator.Generation.Format;
import io.recoup.reconciliation.generator.Regime;
import io.recoup.reconciliation.match.Book;
import io.recoup.reconciliation.match.Matching;
import io.recoup.reconciliation.match.Matching.Outcome;
import io.recoup.reconciliation.match.Thresholds;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * What a payment and an open item cost the engine as both grow: CPU time of its one thread and memory, on generated
 * payments of each size, and how the cost of a payment has grown since the smallest.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=matching.MatchScale -Dexec.args="mixed 10000 100000"}; needs
 * 18 GB of heap for a million payments ({@code MAVEN_OPTS="-Xmx18g -XX:+UseSerialGC"}).
 */
public final class MatchScale {

    private static final long SEED = 5;
    private static final int WARM = 20_000;

    private MatchScale() {}

    public static void main(String[] arguments) throws Exception {
        Regime regime = Regime.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        List<Integer> sizes =
                Arrays.stream(arguments).skip(1).map(Integer::valueOf).toList();
        round(regime, WARM);
        System.out.println(
                "payments | open items | µs an item to enter | MB of debtors, items and indexes | bytes an item"
                        + " | µs a payment | payments/s | readings looked at | cost since the smallest");
        double smallest = 0;
        for (int payments : sizes) {
            Round round = round(regime, payments);
            smallest = smallest == 0 ? round.payment() : smallest;
            System.out.printf(
                    Locale.ROOT,
                    "%,d | %,d | %.1f | %,d | %,d | %.1f | %,.0f | %.1f | %.2f%n",
                    round.payments(),
                    round.items(),
                    round.entering(),
                    round.bytes() >> 20,
                    round.bytes() / round.items(),
                    round.payment(),
                    1e6 / round.payment(),
                    round.looked(),
                    round.payment() / smallest);
        }
    }

    /**
     * @param entering microseconds an item
     * @param bytes of heap that debtors, items and indexes hold
     * @param payment microseconds
     */
    private record Round(int payments, int items, double entering, long bytes, double payment, double looked) {}

    private static Round round(Regime regime, int payments) throws Exception {
        Path folder = Files.createTempDirectory("recoup-scale-");
        try {
            Path world = folder.resolve("world");
            new Generation(regime, payments, SEED, Format.JSON, LocalDate.of(2026, 6, 30)).into(world);
            return round(world);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static Round round(Path world) {
        long before = held();
        Book book = new Book();
        Round timed = timed(GeneratedFolder.read(world), book);
        long bytes = held() - before; // of the payments nothing is left
        Reference.reachabilityFence(book);
        return new Round(timed.payments, timed.items, timed.entering, bytes, timed.payment, timed.looked);
    }

    private static Round timed(GeneratedFolder generated, Book book) {
        long began = nanos();
        generated.debtors().forEach(book::add);
        generated.items().forEach(book::add);
        generated.letters().accept(book);
        double entering = (nanos() - began) / 1e3 / generated.items().size();
        began = nanos();
        Outcome outcome = Matching.decide(book, generated.payments(), MatchPolicies.charged(Thresholds.shipped()));
        double payment = (nanos() - began) / 1e3 / generated.payments().size();
        return new Round(
                generated.payments().size(), generated.items().size(), entering, 0, payment, outcome.candidates());
    }

    private static long nanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long held() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
