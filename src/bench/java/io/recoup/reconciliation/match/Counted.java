package io.recoup.reconciliation.match;

import io.recoup.app.match.GeneratedFolder;
import io.recoup.reconciliation.backtest.Backtest;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One decision on generated payments and whether it was right, equal items counted right.
 *
 * @param held whether it is not booked whatever its signs are: it waits for another payment, or is but a guess
 */
public record Counted(String regime, String seed, Stratum stratum, int[] bands, boolean held, boolean right) {

    /** How sure each of these is by a table as {@link BoostedTrees#fit} gives it. */
    public static int[] confidences(List<Counted> counted, String table) {
        Confidence confidence = Confidence.read(new StringReader(table));
        return counted.stream()
                .mapToInt(one -> confidence.of(new Signs(one.stratum(), one.bands()), 0))
                .toArray();
    }

    /** @param name {@code regime-seed} */
    public static List<Counted> of(GeneratedFolder folder, String name, MatchPolicy policy) {
        Book book = folder.book();
        Map<String, Judged> judged = new HashMap<>();
        Map<String, List<Match.Part>> pays = new HashMap<>();
        List<Match> matches = Matching.decide(book, folder.payments(), policy, (one, parts) -> {
                    judged.put(one.payment().key(), one);
                    pays.put(one.payment().key(), parts);
                })
                .matches();
        Backtest backtest = new Backtest(folder.items());
        List<Counted> counted = new ArrayList<>();
        String[] parts = name.split("-", 2);
        for (Match match : matches) {
            String key = match.payment().key();
            if (judged.containsKey(key) && folder.truths().containsKey(key)) {
                Signs signs = judged.get(key).signs();
                boolean right = backtest.judge(
                                proposing(match, pays.get(key)), folder.truths().get(key))
                        .equal();
                boolean held = match.against() != null && match.against().code().equals("twin")
                        || !judged.get(key).mayBeBooked();
                counted.add(new Counted(parts[0], parts[1], signs.stratum(), signs.bands(), held, right));
            }
        }
        return counted;
    }

    private static Match proposing(Match match, List<Match.Part> parts) {
        return new Match(
                match.payment(),
                match.decision(),
                match.stratum(),
                match.score(),
                parts,
                match.residual(),
                match.why(),
                match.against(),
                match.runnerUp());
    }
}
