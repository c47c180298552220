package io.recoup.app.match;

import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Match.Decision;
import java.util.Collection;

/** One line that says what came of it. */
final class Summary {

    private Summary() {}

    /** @param repeated movements that had come before */
    static String of(Collection<Match> matches, int repeated) {
        return matches.size() + " payments: " + count(matches, Decision.AUTO) + " booked unasked, "
                + count(matches, Decision.REVIEW) + " proposed, " + count(matches, Decision.NONE) + " left alone"
                + (repeated == 0
                        ? ""
                        : "; " + repeated
                                + " movements came twice and count once (occurrence 2 says that both are real)");
    }

    private static long count(Collection<Match> matches, Decision decision) {
        return matches.stream().filter(match -> match.decision() == decision).count();
    }
}
