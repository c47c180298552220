package io.recoup.reconciliation.backtest;

import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.MatchItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges matches one after the other and keeps the counts. */
public final class Backtest {

    private static final int MOST_SHOWN = 20;

    private final Likeness likeness;
    private final Tally all = new Tally();
    private final Calibration calibration = new Calibration();
    private final Map<String, Tally> strata = new TreeMap<>();
    private final Map<String, Tally> kinds = new TreeMap<>();
    private final Map<String, Tally> properties = new TreeMap<>();
    private final List<Judgement> wrong = new ArrayList<>();

    /** @param items as they were before anything was matched */
    public Backtest(Collection<MatchItem> items) {
        likeness = new Likeness(items);
    }

    public Judgement judge(Match match, Truth truth) {
        Judgement judgement =
                new Judgement(match, truth, likeness.isStrict(match, truth), likeness.isEqual(match, truth));
        all.add(judgement);
        calibration.add(judgement);
        if (match.stratum() != null) {
            strata.computeIfAbsent(match.stratum().toString(), name -> new Tally())
                    .add(judgement);
        }
        kinds.computeIfAbsent(kind(truth), name -> new Tally()).add(judgement);
        truth.properties().forEach(property -> properties
                .computeIfAbsent(property, name -> new Tally())
                .add(judgement));
        if (judgement.isAutomatic() && !judgement.strict()) {
            wrong.add(judgement);
        }
        return judgement;
    }

    private static String kind(Truth truth) {
        return truth.kind() != null ? truth.kind() : truth.paysSomething() ? "pays" : "pays nothing";
    }

    public Tally all() {
        return all;
    }

    public Calibration calibration() {
        return calibration;
    }

    /** By kind of evidence; payments for which nothing is proposed have none. */
    public Map<String, Tally> strata() {
        return strata;
    }

    /** By the truth's class. */
    public Map<String, Tally> kinds() {
        return kinds;
    }

    /** By each property that the truth states. */
    public Map<String, Tally> properties() {
        return properties;
    }

    /** The first of those booked unasked and wrong, those first that are wrong even with equal items counted right. */
    public List<Judgement> wrong() {
        List<Judgement> shown = new ArrayList<>(wrong);
        shown.sort(Comparator.comparing(Judgement::equal));
        return shown.subList(0, Math.min(MOST_SHOWN, shown.size()));
    }
}
