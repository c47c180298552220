package io.recoup.reconciliation.desk;

import io.recoup.reconciliation.match.MatchPolicy;
import io.recoup.reconciliation.match.Stratum;
import io.recoup.reconciliation.match.Thresholds;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * By which thresholds this house books at this moment: those of the setting, but for the kinds of evidence that somebody
 * moved. Under the strict level the score does not count; {@link StrictRule} does.
 */
record Rulebook(MatchPolicy booking, MatchPolicy shipped, Map<String, Level> levels) {

    private static final Set<String> STRICT = strict();

    static Rulebook of(ReconciliationSettings settings, Thresholds shipped, Map<String, Level> moved) {
        boolean strict = settings.thresholds() == ReconciliationSettings.Base.STRICT;
        Map<String, Level> levels = new TreeMap<>();
        Set<String> known = new TreeSet<>(STRICT);
        known.addAll(shipped.scores().keySet());
        for (String stratum : known) {
            boolean booked = (strict ? STRICT : shipped.scores().keySet()).contains(stratum);
            levels.put(stratum, booked ? strict ? Level.STRICT : Level.SHIPPED : Level.REVIEW);
        }
        levels.putAll(moved);
        Map<String, Integer> scores = new TreeMap<>();
        levels.forEach((stratum, level) -> {
            if (level == Level.SHIPPED && shipped.scores().containsKey(stratum)) {
                scores.put(stratum, shipped.scores().get(stratum));
            } else if (level == Level.STRICT && STRICT.contains(stratum)) {
                scores.put(stratum, Integer.MIN_VALUE);
            }
        });
        String base = strict ? "strict" : "shipped";
        String name = moved.isEmpty() ? base : base + ", " + moved.size() + " moved";
        return new Rulebook(settings.policy(new Thresholds(name, scores)), settings.policy(shipped), levels);
    }

    /** With the instalments of one document, which are several items under one number. */
    private static Set<String> strict() {
        Set<String> strict = new TreeSet<>(Thresholds.strict().scores().keySet());
        for (Stratum.Party party : Stratum.Party.values()) {
            if (party != Stratum.Party.CONTRADICTING) {
                strict.add(new Stratum(Stratum.Naming.NUMBERS, Stratum.Amount.EXACT, party).toString());
            }
        }
        return strict;
    }

    Level level(@Nullable Stratum stratum) {
        return stratum == null ? Level.REVIEW : levels.getOrDefault(stratum.toString(), Level.REVIEW);
    }

    String name() {
        return booking.thresholds().name();
    }
}
