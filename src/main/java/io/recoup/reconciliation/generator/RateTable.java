package io.recoup.reconciliation.generator;

import java.util.function.Function;

/**
 * A table of rates, written as text: a name and one figure for each regime a line.
 *
 * @param lines such as {@code bundle 0.5 9 16}
 */
record RateTable(String lines) {

    /**
     * What happens with which weight in a regime; what has the weight 0 never does.
     *
     * @param outcome by the name in the table
     */
    <T> Odds<T> odds(Regime regime, Function<String, T> outcome) {
        Odds<T> odds = null;
        for (String line : lines.lines().toList()) {
            String[] cells = line.strip().split(" +");
            double weight = Double.parseDouble(cells[1 + regime.ordinal()]);
            if (weight > 0) {
                T known = outcome.apply(cells[0]);
                odds = odds == null ? Odds.of(known, weight) : odds.or(known, weight);
            }
        }
        return odds;
    }

    /** @throws IllegalArgumentException if the table has no line of this name */
    double figure(Regime regime, String name) {
        for (String line : lines.lines().toList()) {
            String[] cells = line.strip().split(" +");
            if (cells[0].equals(name)) {
                return Double.parseDouble(cells[1 + regime.ordinal()]);
            }
        }
        throw new IllegalArgumentException("no rate is named " + name);
    }
}
