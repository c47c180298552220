package io.recoup.reconciliation.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a creditor lets pass.
 *
 * @param tolerances the most by which any payment may fall short and still settle, in minor units by currency
 * @param charges the same for money from outside the euro area, from which banks on the way take charges
 * @param daysAhead how many days before its issue an item may be paid
 * @param discountGrace how many days after its last day a discount is still granted
 * @param thresholds from which confidence on each kind of evidence is booked unasked
 */
public record MatchPolicy(
        Map<String, Long> tolerances,
        Map<String, Long> charges,
        int daysAhead,
        int discountGrace,
        Thresholds thresholds) {

    private static final List<String> EURO_AREA = List.of(
            "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
            "PT", "SI", "SK");

    public MatchPolicy {
        tolerances = Map.copyOf(tolerances);
        charges = Map.copyOf(charges);
    }

    long tolerance(MatchPayment payment) {
        String currency = payment.amount().currencyCode();
        long any = tolerances.getOrDefault(currency, 0L);
        return isFromAbroad(payment) ? Math.max(any, charges.getOrDefault(currency, 0L)) : any;
    }

    /** The last day of issue of what the payment may pay. */
    LocalDate issuedUntil(MatchPayment payment) {
        return payment.on().plusDays(daysAhead);
    }

    static boolean isFromAbroad(MatchPayment payment) {
        return isFromAbroad(payment.payerAccount());
    }

    static boolean isFromAbroad(@Nullable CharSequence account) {
        return account != null
                && account.length() > 4
                && Character.isLetter(account.charAt(0))
                && !isInEuroArea(account.charAt(0), account.charAt(1));
    }

    private static boolean isInEuroArea(char first, char second) {
        for (String country : EURO_AREA) {
            if (country.charAt(0) == first && country.charAt(1) == second) {
                return true;
            }
        }
        return false;
    }

    /** Nothing forgiven, two days of grace for discounts. */
    public static MatchPolicy of(Thresholds thresholds) {
        return new MatchPolicy(Map.of(), Map.of(), 3, 2, thresholds);
    }
}
