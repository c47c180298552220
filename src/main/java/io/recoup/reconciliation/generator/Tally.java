package io.recoup.reconciliation.generator;

import java.util.Map;
import java.util.TreeMap;

/** What was generated, counted. */
public final class Tally {

    private final Map<String, Integer> classes = new TreeMap<>();
    private int credits;
    private int hardNegatives;
    private int undecidable;
    private int references;
    private int items;
    private int debtors;

    void credit(Movement movement) {
        Truth truth = movement.truth();
        credits++;
        classes.merge(truth.kind(), 1, Integer::sum);
        hardNegatives += truth.hardNegative() ? 1 : 0;
        undecidable += truth.undecidable() ? 1 : 0;
        boolean issued = movement.reference() != null || truth.layers().contains(Wording.ISSUED.code);
        references += issued ? 1 : 0;
    }

    void item() {
        items++;
    }

    void debtor() {
        debtors++;
    }

    /** Incoming payments by what made them. */
    public Map<String, Integer> classes() {
        return classes;
    }

    public int credits() {
        return credits;
    }

    public int hardNegatives() {
        return hardNegatives;
    }

    /** Payments that, by estimate, not even a perfect clerk could place. */
    public int undecidable() {
        return undecidable;
    }

    /** Payments with a structured reference. */
    public int references() {
        return references;
    }

    public int items() {
        return items;
    }

    public int debtors() {
        return debtors;
    }
}
