package io.recoup.dunning.simulation;

import java.util.ArrayList;
import java.util.List;

/** How many letters the runs before had: what is usual is the median of those that had any. */
final class LettersPerRun {

    private final List<Integer> counts = new ArrayList<>();

    void add(int letters) {
        if (letters > 0) {
            counts.add(letters);
        }
    }

    /** 0 = there was no run with a letter. */
    int median() {
        return counts.isEmpty()
                ? 0
                : counts.stream()
                        .sorted()
                        .skip((counts.size() - 1) / 2)
                        .findFirst()
                        .orElseThrow();
    }
}
