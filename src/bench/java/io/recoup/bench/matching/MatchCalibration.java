package io.recoup.bench.matching;

import static java.util.stream.Collectors.joining;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.match.BoostedTrees;
import io.recoup.reconciliation.match.Counted;
import io.recoup.reconciliation.match.Thresholds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Counts on generated payments how sure a decision is by its signs, and finds for each kind of evidence the confidence
 * from which it may be booked unasked. Writes {@code confidence.csv} and {@code shipped.csv} into the first folder named;
 * they belong into {@code src/main/resources/matching}.
 *
 * <p>The confidence by which a threshold is found is never that of a table which saw the same payments: the payments of
 * each seed are judged by a table of the other seeds. At least two seeds are needed.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=matching.MatchCalibration -Dexec.args="OUT FOLDER..."}; the
 * folders are what {@code generate} wrote, named {@code regime-seed}. What is booked decides what is left for others:
 * where much changed, run it once more with the new files in place.
 */
public final class MatchCalibration {

    private MatchCalibration() {}

    public static void main(String[] arguments) throws IOException {
        List<Counted> counted = new ArrayList<>();
        for (String folder : List.of(arguments).subList(1, arguments.length)) {
            Path path = Path.of(folder);
            counted.addAll(Counted.of(
                    GeneratedFolder.read(path),
                    path.getFileName().toString(),
                    MatchPolicies.charged(Thresholds.shipped())));
        }
        write(Path.of(arguments[0]), counted);
    }

    static void write(Path out, List<Counted> counted) throws IOException {
        List<ThresholdSearch.Seen> seen = new ArrayList<>();
        TreeSet<String> seeds = new TreeSet<>();
        counted.forEach(one -> seeds.add(one.seed()));
        for (String seed : seeds) {
            String others = BoostedTrees.fit(
                    counted.stream().filter(one -> !one.seed().equals(seed)).toList());
            ThresholdSearch.see(
                    counted.stream().filter(one -> one.seed().equals(seed)).toList(), others, seen);
        }
        String from = "generate` makes of each regime with seeds "
                + seeds.stream()
                        .sorted(Comparator.comparingInt(Integer::parseInt))
                        .collect(joining(", "));
        Files.writeString(
                out.resolve("confidence.csv"),
                "# Counted on what `" + from + "; `MatchCalibration` writes this file.\n"
                        + "# Kinds of evidence; the start; trees of questions, each with its depth, a sign, and up to where\n"
                        + "# the answer is yes, or points in thousandths of a nat. What is asked next after a yes stands first.\n"
                        + BoostedTrees.fit(counted));
        Files.writeString(
                out.resolve("shipped.csv"),
                "# Calibrated on what `" + from + "; `MatchCalibration` writes this file.\n"
                        + "# kind of evidence,confidence from which it is booked unasked,payments above,wrong among them\n"
                        + ThresholdSearch.table(seen));
    }
}
