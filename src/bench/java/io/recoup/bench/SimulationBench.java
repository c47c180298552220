package io.recoup.bench;

import io.recoup.dunning.simulation.SimulatedYear;
import io.recoup.dunning.simulation.SimulatedYear.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Years of random policies, debtors and events through the planner, each decision checked by an audit with books of its
 * own. Prints what was played and how fast, and each seed that broke a promise.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=SimulationBench -Dexec.args="--seeds 100"}; without arguments
 * 10,000 seeds of 50 debtors on every core. {@code --from-seed 4711 --seeds 1} plays one seed again.
 */
public final class SimulationBench {

    private static final int MOST_SHOWN = 10;

    private SimulationBench() {}

    public static void main(String[] arguments) throws Exception {
        long seeds = option(arguments, "--seeds", 10_000);
        long first = option(arguments, "--from-seed", 1);
        int debtors = (int) option(arguments, "--debtors", 50);
        int cores = Runtime.getRuntime().availableProcessors();
        AtomicLong next = new AtomicLong(first);
        Queue<String> broken = new ConcurrentLinkedQueue<>();
        ExecutorService pool = Executors.newFixedThreadPool(cores);
        long start = System.nanoTime();
        List<Future<Figures>> parts = new ArrayList<>();
        for (int core = 0; core < cores; core++) {
            parts.add(pool.submit(() -> {
                Figures sum = Figures.NONE;
                for (long seed = next.getAndIncrement(); seed < first + seeds; seed = next.getAndIncrement()) {
                    sum = sum.plus(year(seed, debtors, broken));
                }
                return sum;
            }));
        }
        Figures sum = Figures.NONE;
        for (Future<Figures> part : parts) {
            sum = sum.plus(part.get());
        }
        pool.shutdown();
        print(sum, seeds, debtors, Duration.ofNanos(System.nanoTime() - start), broken);
        if (!broken.isEmpty()) {
            throw new IllegalStateException(broken.size() + " seeds broke a promise");
        }
    }

    private static Figures year(long seed, int debtors, Queue<String> broken) {
        try {
            return SimulatedYear.play(seed, debtors);
        } catch (AssertionError violation) {
            broken.add(violation.getMessage());
            return Figures.NONE;
        }
    }

    private static void print(Figures sum, long seeds, int debtors, Duration took, Queue<String> broken) {
        double seconds = took.toMillis() / 1000.0;
        System.out.println("years | debtors each | debtor-days | events | decisions | letters | referrals | broken | s"
                + " | debtor-days/s");
        System.out.printf(
                Locale.ROOT,
                "%,d | %d | %,d | %,d | %,d | %,d | %,d | %d | %.1f | %,.0f%n",
                seeds,
                debtors,
                sum.debtorDays(),
                sum.events(),
                sum.decisions(),
                sum.letters(),
                sum.referrals(),
                broken.size(),
                seconds,
                sum.debtorDays() / seconds);
        broken.stream().limit(MOST_SHOWN).forEach(System.out::println);
    }

    private static long option(String[] arguments, String name, long usual) {
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return Long.parseLong(arguments[i + 1]);
            }
        }
        return usual;
    }
}
