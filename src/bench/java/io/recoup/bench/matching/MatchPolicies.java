package io.recoup.bench.matching;

import io.recoup.reconciliation.match.MatchPolicy;
import io.recoup.reconciliation.match.Thresholds;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The policy under which generated payments are judged: banks on the way may take up to 25.00. */
final class MatchPolicies {

    private MatchPolicies() {}

    static MatchPolicy charged(Thresholds thresholds) {
        Map<String, Long> charges = Stream.of("EUR", "CHF", "SEK", "NOK", "DKK", "GBP", "USD", "PLN", "TRY")
                .collect(Collectors.toMap(currency -> currency, currency -> 2_500L));
        return new MatchPolicy(Map.of(), charges, 3, 2, thresholds);
    }
}
