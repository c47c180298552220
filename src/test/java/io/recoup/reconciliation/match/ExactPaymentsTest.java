package io.recoup.reconciliation.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.generator.Generation;
import io.recoup.reconciliation.generator.Generation.Format;
import io.recoup.reconciliation.generator.Regime;
import io.recoup.testing.Seeds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments that are not weighed are decided as if they were, and so are those beside them. */
class ExactPaymentsTest {

    private static final int GENERATED = 2_500;

    @TempDir
    private Path folder;

    @Test
    void in_nasty_little_worlds_each_match_is_the_same_as_when_every_payment_is_weighed() {
        AtomicInteger found = new AtomicInteger();
        AtomicInteger payments = new AtomicInteger();
        Seeds.forEach(200, random -> {
            NastyWorld world = new NastyWorld(random);
            for (Thresholds thresholds : List.of(Thresholds.shipped(), Thresholds.strict(), low())) {
                found.addAndGet(found(world::book, world.payments, policy(thresholds)));
                payments.addAndGet(world.payments.size());
            }
        });
        assertThat(found.get()).as("not weighed, of %s", payments).isGreaterThan(payments.get() / 20);
    }

    /** Shares of payments, in percent, that at least are not weighed. */
    @ParameterizedTest
    @CsvSource({"STRUCTURED,60", "MIXED,15", "HARD,3"})
    void in_generated_worlds_each_match_is_the_same_and_many_are_not_weighed(Regime regime, int least) {
        Seeds.forEach(1, random -> {
            int seed = random.nextInt(1_000_000);
            Path world = folder.resolve(regime + "-" + seed);
            new Generation(regime, GENERATED, seed, Format.JSON, LocalDate.of(2026, 6, 30)).into(world);
            GeneratedFolder generated = GeneratedFolder.read(world);
            for (Thresholds thresholds : List.of(Thresholds.shipped(), Thresholds.strict())) {
                int found = found(generated::book, generated.payments(), policy(thresholds));
                assertThat(100.0 * found / generated.payments().size())
                        .as("percent of %s, seed %s, %s", regime, seed, thresholds.name())
                        .isGreaterThan(least);
            }
        });
    }

    /** Compares the two ways. @return how many payments are not weighed */
    private static int found(Supplier<Book> book, List<MatchPayment> payments, MatchPolicy policy) {
        Matching.Outcome weighed = Matching.decide(book.get(), payments, policy, (judged, parts) -> {});
        Matching.Outcome quick = Matching.decide(book.get(), payments, policy);
        for (int i = 0; i < payments.size(); i++) {
            assertThat(quick.matches().get(i)).isEqualTo(weighed.matches().get(i));
        }
        assertThat(quick.candidates()).isEqualTo(weighed.candidates());
        List<MatchPayment> sorted = new ArrayList<>(payments);
        sorted.sort(MatchPayment.OLDEST_FIRST);
        ExactPayments exact = new ExactPayments(book.get(), policy, sorted.size());
        int found = 0;
        for (int place = 0; place < sorted.size(); place++) {
            exact.look(place, sorted.get(place));
            found += exact.has(place) ? 1 : 0;
        }
        return found;
    }

    private static MatchPolicy policy(Thresholds thresholds) {
        return new MatchPolicy(Map.of("EUR", 100L), Map.of("EUR", 2_500L, "CHF", 2_500L), 3, 2, thresholds);
    }

    /** So low that in a small ledger, too, much is booked. */
    private static Thresholds low() {
        Map<String, Integer> scores =
                new java.util.TreeMap<>(Thresholds.shipped().scores());
        scores.replaceAll((kind, score) -> 1_000);
        return new Thresholds("low", scores);
    }
}
