package io.recoup.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;

/**
 * Kills the demo with kill -9 at random moments until it has died often enough, lets each round play to its end, and
 * compares the books, the mailbox, the agency's cases and the ERP's file with those of a run that nobody killed.
 *
 * <p>{@code ./mvnw -DskipTests package}, then {@code ./mvnw -Pbench test-compile exec:java -Dbench=CrashBench}; further
 * settings as {@code -Dexec.args="--kills=50 --seed=7 --keep"}. It needs no network and about half an hour on two
 * cores. A moment is, one time in five, anywhere in the start (from 0.3 s); else within the first seconds of playing.
 * One kill in four takes the database's first process along. The exit code is 1 if anything was lost or doubled.
 */
public final class CrashBench {

    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration PLAY = Duration.ofMinutes(10);
    private static final int KILLS_A_ROUND = 7;
    private static final long LONGEST_PLAY_MILLIS = 7_000;

    private final Path jar = Path.of("target/recoup.jar").toAbsolutePath();
    private final Path routes = Path.of("routes").toAbsolutePath();
    private final Random random;
    private final boolean keep;
    private long startMillis = 20_000;

    /** A demo that does not come to its end. */
    static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stuck(String why) {
            super(why);
        }
    }

    private CrashBench(long seed, boolean keep) {
        this.random = new Random(seed);
        this.keep = keep;
    }

    public static void main(String[] arguments) throws Exception {
        int kills = 50;
        long seed = System.nanoTime();
        boolean keep = false;
        for (String argument : arguments) {
            if (argument.startsWith("--kills=")) {
                kills = Integer.parseInt(argument.substring("--kills=".length()));
            } else if (argument.startsWith("--seed=")) {
                seed = Long.parseLong(argument.substring("--seed=".length()));
            } else if (argument.equals("--keep")) {
                keep = true;
            } else {
                throw new IllegalArgumentException("--kills=N, --seed=N or --keep, not " + argument);
            }
        }
        System.out.println("seed " + seed + ", " + kills + " kills");
        System.exit(new CrashBench(seed, keep).run(kills) ? 0 : 1);
    }

    private boolean run(int kills) throws Exception {
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run ./mvnw -DskipTests package first");
        }
        CrashBooks reference = reference();
        System.out.println("round | " + CrashDeaths.HEADING + " | mails | " + CrashFindings.HEADING + " | s");
        CrashFindings sum = CrashFindings.none();
        CrashDeaths deaths = new CrashDeaths();
        for (int round = 1; deaths.all() < kills; round++) {
            long began = System.nanoTime();
            CrashDeaths here = new CrashDeaths();
            CrashSite site = new CrashSite(jar, routes);
            try {
                for (int i = Math.min(KILLS_A_ROUND, kills - deaths.all()); i > 0; i--) {
                    dieOnce(site, here);
                }
                CrashBooks books = playToTheEnd(site);
                CrashFindings findings = CrashFindings.of(reference, books);
                System.out.printf(
                        Locale.ROOT,
                        "%d | %s | %d | %s | %.0f%n",
                        round,
                        here.row(),
                        books.mails(),
                        findings.row(),
                        (System.nanoTime() - began) / 1e9);
                findings.details().forEach(line -> System.out.println("      " + line));
                sum = sum.plus(findings);
                finish(site, findings.isClean());
            } catch (Stuck stuck) {
                System.out.println(round + " | " + here.row() + " | stuck: " + stuck.getMessage());
                finish(site, false);
                return false;
            }
            deaths.add(here);
        }
        System.out.println("all | " + deaths.row() + " | | " + sum.row() + " |");
        return sum.isClean();
    }

    private CrashBooks reference() throws Exception {
        CrashSite site = new CrashSite(jar, routes);
        CrashBooks books = playToTheEnd(site);
        System.out.printf(
                Locale.ROOT,
                "reference: %d letters, %d mails, %s; ready after %.1f s%n",
                books.notices().size(),
                books.mails(),
                String.join(
                        ", ",
                        books.parts().entrySet().stream()
                                .map(part -> part.getValue().size() + " " + part.getKey())
                                .toList()),
                startMillis / 1e3);
        CrashFindings itself = CrashFindings.of(books, books);
        itself.details().forEach(line -> System.out.println("      " + line));
        finish(site, itself.isClean());
        if (!itself.isClean()) {
            throw new IllegalStateException("the reference run is wrong by itself");
        }
        return books;
    }

    private void dieOnce(CrashSite site, CrashDeaths deaths) throws Exception {
        boolean whileStarting = random.nextInt(5) == 0;
        long startFor = 300 + (long) (random.nextDouble() * startMillis);
        long playFor = (long) (random.nextDouble() * LONGEST_PLAY_MILLIS);
        boolean databaseToo = random.nextInt(4) == 0;
        boolean databaseFirst = random.nextBoolean();
        site.start();
        if (whileStarting) {
            LockSupport.parkNanos(startFor * 1_000_000);
        } else {
            site.await("start", START, () -> site.hasLogged(CrashSite.READY));
            LockSupport.parkNanos(playFor * 1_000_000);
        }
        boolean ready = site.hasLogged(CrashSite.READY);
        boolean played = ready && site.hasLogged(CrashSite.PLAYED);
        boolean died = databaseToo && databaseFirst && site.killDatabase();
        site.kill();
        deaths.count(ready, played, died || (databaseToo && site.killDatabase()));
    }

    private CrashBooks playToTheEnd(CrashSite site) throws IOException {
        long began = System.nanoTime();
        site.start();
        site.await("start", START, () -> site.hasLogged(CrashSite.READY));
        startMillis = (System.nanoTime() - began) / 1_000_000;
        site.await("end of the story", PLAY, () -> site.hasLogged(CrashSite.PLAYED));
        DataSource books = site.books().orElseThrow();
        site.await("rest", PLAY, () -> isAtRest(books));
        return CrashBooks.read(books, site);
    }

    private static boolean isAtRest(DataSource books) {
        try {
            return CrashBooks.unfinished(books) == 0;
        } catch (DataAccessException comingBack) {
            return false;
        }
    }

    private void finish(CrashSite site, boolean clean) throws IOException {
        site.close();
        if (clean && !keep) {
            site.delete();
        } else {
            System.out.println("      kept: " + site.home());
        }
    }
}
