package io.recoup.reconciliation.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * One of several outcomes, by weight: {@code Odds.of(HEADS, 1).or(TAILS, 1)}.
 *
 * @param outcomes at least one
 * @param upTo for each outcome the sum of its weight and those before it
 */
record Odds<T>(List<T> outcomes, List<Double> upTo) {

    Odds {
        outcomes = List.copyOf(outcomes);
        upTo = List.copyOf(upTo);
    }

    static <T> Odds<T> of(T outcome, double weight) {
        return new Odds<>(List.of(outcome), List.of(weight));
    }

    Odds<T> or(T outcome, double weight) {
        List<T> more = new ArrayList<>(outcomes);
        List<Double> sums = new ArrayList<>(upTo);
        more.add(outcome);
        sums.add(sum() + weight);
        return new Odds<>(more, sums);
    }

    T drawn(Dice dice) {
        double at = dice.share() * sum();
        int outcome = 0;
        while (outcome < outcomes.size() - 1 && at >= upTo.get(outcome)) {
            outcome++;
        }
        return outcomes.get(outcome);
    }

    private double sum() {
        return upTo.get(upTo.size() - 1);
    }
}
