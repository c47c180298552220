package io.recoup.reconciliation.desk;

import static java.util.stream.Collectors.joining;

import io.recoup.receivables.RefusedEntry;
import io.recoup.reconciliation.match.Match;
import io.recoup.reconciliation.match.Match.Decision;
import io.recoup.reconciliation.match.Reason;
import java.util.Optional;
import java.util.stream.Stream;

/** What a match says of itself where it is booked or left. */
final class Said {

    private Said() {}

    /** The same match, left to a person because the ledger had moved on too often. */
    static Match refused(Match match, RefusedEntry why) {
        return new Match(
                match.payment(),
                Decision.REVIEW,
                match.stratum(),
                match.score(),
                match.parts(),
                match.residual(),
                match.why(),
                new Reason("refused", why.stored()),
                match.runnerUp());
    }

    /** The rule's name, as stored with the posting. */
    static String rule(Match match) {
        return switch (match.stratum().naming()) {
            case REFERENCE -> "reference";
            case NUMBER -> "document-number";
            case NUMBERS -> "document-numbers";
            case WEAK -> "named-in-part";
            case NONE -> "payer-and-amount";
        };
    }

    /** In a collector's words. */
    static String told(Match match) {
        return Stream.concat(match.why().stream(), Optional.ofNullable(match.against()).stream())
                .map(Reason::toString)
                .collect(joining("; "));
    }
}
