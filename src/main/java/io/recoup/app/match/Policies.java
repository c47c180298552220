package io.recoup.app.match;

import io.recoup.money.Money;
import io.recoup.reconciliation.match.MatchPolicy;
import io.recoup.reconciliation.match.Thresholds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the words of the command line to a policy. */
final class Policies {

    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:[.]\\d+)?) ?([A-Z]{3})");

    private Policies() {}

    /**
     * @param tolerances such as {@code 1.00EUR}, one per currency
     * @param charges the same, of money from outside the euro area
     * @throws IllegalArgumentException if a word is not understood
     */
    static MatchPolicy of(String thresholds, List<String> tolerances, List<String> charges) {
        MatchPolicy plain = MatchPolicy.of(thresholds(thresholds));
        return new MatchPolicy(
                amounts("--tolerance", tolerances),
                amounts("--charges", charges),
                plain.daysAhead(),
                plain.discountGrace(),
                plain.thresholds());
    }

    private static Map<String, Long> amounts(String option, List<String> texts) {
        Map<String, Long> most = new HashMap<>();
        for (String text : texts) {
            Matcher parts = AMOUNT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException(option + " " + text + ": write it as 1.00EUR");
            }
            most.put(parts.group(2), Money.parse(parts.group(1), parts.group(2)).minor());
        }
        return most;
    }

    private static Thresholds thresholds(String name) {
        return switch (name) {
            case "strict" -> Thresholds.strict();
            case "shipped" -> Thresholds.shipped();
            default -> throw new IllegalArgumentException("--thresholds " + name + ": strict or shipped");
        };
    }
}
