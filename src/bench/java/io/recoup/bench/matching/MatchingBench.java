package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.backtest.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Matching beside what else there is, on folders that {@code generate} wrote: one table each. Wrong is what was booked
 * unasked and is not what the truth says, equal items counted right; precision and recall are told to the item and so.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=matching.MatchingBench -Dexec.args="/tmp/mixed /tmp/hard"}
 */
public final class MatchingBench {

    private static final List<Supplier<Matcher>> BASELINES =
            List.of(FirstSubstring::new, DigitsThenDate::new, EvidenceBands::new);

    private MatchingBench() {}

    public static void main(String[] folders) {
        for (String folder : folders) {
            GeneratedFolder generated = GeneratedFolder.read(Path.of(folder));
            Judged recoup = Judged.of(new Recoup(), generated);
            System.out.println("\n## " + Path.of(folder).getFileName() + ": "
                    + generated.payments().size() + " payments, "
                    + generated.items().size() + " items\n");
            System.out.println("| | booked unasked | precision | wrong | recall | left alone of those that pay nothing"
                    + " | recoup's precision at that rate | recoup's rate at that precision |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            row(recoup, "", "");
            for (Supplier<Matcher> baseline : BASELINES) {
                Judged other = Judged.of(baseline.get(), generated);
                row(
                        other,
                        percent(recoup.precisionOfSurest(other.tally().automatic())),
                        percent(recoup.rateAtPrecision(other.tally().precisionEqual())));
            }
        }
    }

    private static void row(Judged judged, String precision, String rate) {
        Tally tally = judged.tally();
        System.out.println("| "
                + String.join(
                        " | ",
                        judged.name(),
                        percent(tally.automaticRate()),
                        percent(tally.precision()) + " / " + percent(tally.precisionEqual()),
                        String.valueOf(tally.unequal()),
                        percent(tally.recall()) + " / " + percent(tally.recallEqual()),
                        percent((double) tally.leftAlone() / tally.idle()),
                        precision,
                        rate)
                + " |");
    }

    private static String percent(double fraction) {
        return Double.isNaN(fraction) ? "–" : String.format(Locale.ROOT, "%.2f %%", fraction * 100);
    }
}
