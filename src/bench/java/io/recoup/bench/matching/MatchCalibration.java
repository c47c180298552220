package io.recoup.bench.matching;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.backtest.Judgement;
import io.recoup.reconciliation.match.Match;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds, for each kind of evidence, the score from which it may be booked unasked, on generated payments: the lowest at
 * which no regime's rate of wrong matches is above what that regime allows, with a little more reserve where there are
 * few to judge by. Prints {@code matching/shipped.csv}.
 *
 * <p>{@code ./mvnw -Pbench test-compile exec:java -Dbench=matching.MatchCalibration -Dexec.args="FOLDER..."}; the
 * folders are what {@code generate} wrote, their names begin with the regime.
 */
public final class MatchCalibration {

    /** Wrong per booked match that each regime allows; half of what is promised of it. */
    private static final Map<String, Double> ALLOWED = Map.of("structured", 0.0001, "mixed", 0.0008, "hard", 0.0015);

    /** How far above the best wrong match a threshold must stand where the rate cannot be told from zero. */
    private static final int RESERVE = 500;

    private static final int FEWEST = 40;

    /** Nothing is booked at odds under twenty to one, whatever was counted. */
    private static final int LOWEST = 3_000;

    private static final int ENOUGH = 300;

    private record Seen(String regime, int score, boolean right) {}

    private MatchCalibration() {}

    public static void main(String[] folders) {
        Map<String, List<Seen>> seen = new TreeMap<>();
        for (String folder : folders) {
            Path path = Path.of(folder);
            String regime = path.getFileName().toString().replaceAll("-.*", "");
            for (Judgement one :
                    Judged.of(new Recoup(), GeneratedFolder.read(path)).surestFirst()) {
                Match match = one.match();
                boolean held = match.against() != null && match.against().code().equals("twin");
                if (!held) {
                    seen.computeIfAbsent(match.stratum().toString(), key -> new ArrayList<>())
                            .add(new Seen(regime, match.score(), one.equal()));
                }
            }
        }
        System.out.println("# kind of evidence,score from which it is booked unasked,payments above,wrong among them");
        seen.forEach((stratum, matches) -> {
            if (!stratum.contains("/late_discount/") && !stratum.contains("numbers/over/")) {
                tell(stratum, matches);
            }
        });
    }

    /** One may be wrong by chance where a kind is not too rare to tell. */
    private static boolean isAllowed(String regime, int[] count) {
        double most = count[0] * ALLOWED.get(regime);
        return count[1] <= (count[0] >= ENOUGH && !regime.equals("structured") ? most + 1 : most);
    }

    private static void tell(String stratum, List<Seen> matches) {
        matches.sort(Comparator.comparingInt((Seen one) -> -one.score()));
        Map<String, int[]> counts = new TreeMap<>();
        int best = -1;
        int wrong = 0;
        int bestWrong = 0;
        for (int i = 0; i < matches.size(); i++) {
            Seen one = matches.get(i);
            int[] count = counts.computeIfAbsent(one.regime(), key -> new int[2]);
            count[0]++;
            count[1] += one.right() ? 0 : 1;
            wrong += one.right() ? 0 : 1;
            boolean end = i + 1 == matches.size() || matches.get(i + 1).score() < one.score();
            boolean allowed = counts.entrySet().stream().allMatch(entry -> isAllowed(entry.getKey(), entry.getValue()));
            if (end && allowed) {
                best = i;
                bestWrong = wrong;
            }
        }
        if (best + 1 < FEWEST) {
            return;
        }
        int score = matches.get(best).score();
        int from = Math.max(LOWEST, best + 1 < matches.size() ? score + RESERVE : score);
        System.out.println(String.format(Locale.ROOT, "%s,%d,%d,%d", stratum, from, best + 1, bestWrong));
    }
}
