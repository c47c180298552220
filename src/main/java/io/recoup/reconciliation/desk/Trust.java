package io.recoup.reconciliation.desk;

import static java.util.stream.Collectors.toMap;

import io.recoup.outbox.Outbox;
import io.recoup.reconciliation.Evidence;
import io.recoup.reconciliation.RefusedReview;
import io.recoup.reconciliation.RefusedReview.Why;
import io.recoup.reconciliation.StratumDropped;
import io.recoup.reconciliation.StratumState;
import io.recoup.reconciliation.match.Stratum;
import io.recoup.reconciliation.match.Thresholds;
import io.recoup.reconciliation.store.DueReceipts;
import io.recoup.reconciliation.store.Labels;
import io.recoup.reconciliation.store.StratumLevels;
import io.recoup.reconciliation.store.StratumLevels.Decided;
import io.recoup.reconciliation.store.StratumLevels.Moved;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How far each kind of evidence is trusted: moved by persons as far as the answers allow, dropped when these turn bad. */
@Component
class Trust {

    private static final String SELF = "recoup";

    private final StratumLevels levels;
    private final Labels labels;
    private final DueReceipts due;
    private final Outbox outbox;
    private final ReconciliationSettings settings;
    private final Thresholds shipped;

    @Autowired
    Trust(StratumLevels levels, Labels labels, DueReceipts due, Outbox outbox, ReconciliationSettings settings) {
        this(levels, labels, due, outbox, settings, Thresholds.shipped());
    }

    Trust(
            StratumLevels levels,
            Labels labels,
            DueReceipts due,
            Outbox outbox,
            ReconciliationSettings settings,
            Thresholds shipped) {
        this.levels = levels;
        this.shipped = shipped;
        this.labels = labels;
        this.due = due;
        this.outbox = outbox;
        this.settings = settings;
    }

    Rulebook rules() {
        return rules(levels.moved());
    }

    private Rulebook rules(Map<String, Moved> moved) {
        return Rulebook.of(
                settings,
                shipped,
                moved.values().stream().collect(toMap(Moved::stratum, one -> Level.of(one.level()))));
    }

    List<StratumState> strata() {
        Map<String, Moved> moved = levels.moved();
        Rulebook rules = rules(moved);
        Map<String, Labels.Count> counts = labels.counts();
        Map<String, Decided> decided = levels.decided();
        Set<String> all = new TreeSet<>(rules.levels().keySet());
        all.addAll(moved.keySet());
        all.addAll(counts.keySet());
        all.addAll(decided.keySet());
        return all.stream()
                .map(stratum -> {
                    Level level = rules.levels().getOrDefault(stratum, Level.REVIEW);
                    Evidence evidence = evidence(counts.get(stratum));
                    Moved last = moved.get(stratum);
                    Decided since = decided.getOrDefault(stratum, new Decided(stratum, 0, 0));
                    return new StratumState(
                            stratum,
                            level.word(),
                            last == null ? null : last.by(),
                            last == null ? null : last.why(),
                            shipped.scores().get(stratum),
                            evidence,
                            since.booked(),
                            since.foregone(),
                            level != Level.SHIPPED && isAllowed(stratum, evidence));
                })
                .toList();
    }

    private boolean isAllowed(String stratum, Evidence evidence) {
        return shipped.scores().get(stratum) != null && evidence.bound() <= settings.target();
    }

    private static Evidence evidence(Labels.Count count) {
        return count == null ? Evidence.of(0, 0) : Evidence.of(count.decisions(), count.wrong());
    }

    void move(String stratum, Level to, String by, String why, LocalDate day) {
        due.addUnbooked(stratum);
        levels.lock();
        if (!rules().levels().containsKey(stratum)) {
            throw new RefusedReview(Why.NO_SUCH_KIND, stratum);
        }
        Evidence evidence = evidence(labels.counts().get(stratum));
        if (to == Level.SHIPPED && !isAllowed(stratum, evidence)) {
            if (shipped.scores().get(stratum) == null) {
                throw new RefusedReview(Why.NO_THRESHOLD, Stratum.of(stratum));
            }
            throw new RefusedReview(
                    Why.TOO_FEW_ANSWERS,
                    evidence.wrong(),
                    evidence.decisions(),
                    Stratum.of(stratum),
                    100 * evidence.bound(),
                    100 * settings.target());
        }
        levels.move(stratum, to.word(), by, day, why);
    }

    /** Keeps what a person said of a decision, and draws the conclusion when it is one too many. */
    void label(long decision, boolean correct, Labels.Source source, String by, LocalDate day) {
        labels.label(decision, correct, source, by, day)
                .filter(stratum -> !correct)
                .ifPresent(stratum -> {
                    levels.lock();
                    Moved last = levels.moved().get(stratum);
                    Level level = rules().levels().getOrDefault(stratum, Level.REVIEW);
                    if (level == Level.REVIEW) {
                        return;
                    }
                    Evidence evidence = evidence(labels.counts().get(stratum));
                    boolean exceeded = last != null && level == Level.SHIPPED && evidence.bound() > settings.target();
                    if (exceeded
                            || Drift.isAlarming(
                                    labels.after(stratum, last == null ? 0 : last.labels()), settings.target())) {
                        String why = exceeded
                                ? "its answers no longer keep the share of wrong ones below the target"
                                : "wrong ones came too close after each other";
                        levels.move(stratum, Level.REVIEW.word(), SELF, day, why);
                        outbox.record(new StratumDropped(
                                stratum, evidence.decisions(), evidence.wrong(), evidence.bound(), why, day));
                    }
                });
    }
}
