package io.recoup.reconciliation.desk;

import io.recoup.money.Money;
import io.recoup.reconciliation.match.MatchPolicy;
import io.recoup.reconciliation.match.Thresholds;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payments find what they pay: {@code recoup.reconciliation.*}.
 *
 * @param cron Quartz cron of the reconciliation; default every minute; {@code -} for none
 * @param thresholds what is booked unasked. {@code strict}, the default: an issued reference or a whole document number,
 *     the exact amount, one document alone that can be meant, and a payer who does not contradict. {@code shipped}: every
 *     kind of evidence from the score on that generated payments showed to be safe. A person may move single kinds of
 *     evidence from one to the other
 * @param auditShare share of what is booked unasked that is drawn for a person to check, 0 to 1; default 0.02
 * @param auditSalt decides which ones are drawn; change it where somebody could foresee them
 * @param target most wrong bookings that a kind of evidence may have to be booked by the shipped thresholds, as a share,
 *     above 0 and below 1; default 0.001
 * @param tolerances by currency the most by which a payment may fall short and still settle, as a decimal in that
 *     currency: {@code tolerances.EUR=0.50}; none by default
 * @param charges the same for money from an account outside the euro area, from which banks on the way take charges, where
 *     it is more: {@code charges.EUR=25.00}; none by default
 * @param daysAhead how many days before its issue a document may be paid; default 60
 * @param discountGrace how many days after its last day a discount is still granted; default 2
 */
@ConfigurationProperties("recoup.reconciliation")
public record ReconciliationSettings(
        @DefaultValue("0 * * * * ?") String cron,
        @DefaultValue("strict") Base thresholds,
        @DefaultValue("0.02") double auditShare,
        @DefaultValue("recoup") String auditSalt,
        @DefaultValue("0.001") double target,
        @DefaultValue Map<String, BigDecimal> tolerances,
        @DefaultValue Map<String, BigDecimal> charges,
        @DefaultValue("60") int daysAhead,
        @DefaultValue("2") int discountGrace) {

    /** Thresholds that nobody moved. */
    public enum Base {
        STRICT,
        SHIPPED
    }

    public ReconciliationSettings {
        if (!(auditShare >= 0 && auditShare <= 1)) {
            throw new IllegalArgumentException(
                    "recoup.reconciliation.audit-share must lie within 0 and 1: " + auditShare);
        }
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("recoup.reconciliation.target must lie between 0 and 1: " + target);
        }
        if (daysAhead < 0 || discountGrace < 0) {
            throw new IllegalArgumentException(
                    "recoup.reconciliation.days-ahead and discount-grace must not be below zero");
        }
        tolerances = Map.copyOf(tolerances);
        charges = Map.copyOf(charges);
        minor("tolerances", tolerances);
        minor("charges", charges);
    }

    private static Map<String, Long> minor(String setting, Map<String, BigDecimal> amounts) {
        Map<String, Long> minor = new TreeMap<>();
        amounts.forEach((currency, most) -> {
            Money money = Money.of(most, Money.currencyOf(currency));
            if (money.isNegative()) {
                throw new IllegalArgumentException(
                        "recoup.reconciliation." + setting + "." + currency + " must not be below zero: " + most);
            }
            minor.put(currency, money.minor());
        });
        return minor;
    }

    /** Everything at its default. */
    public static ReconciliationSettings defaults() {
        return new ReconciliationSettings("0 * * * * ?", Base.STRICT, 0.02, "recoup", 0.001, Map.of(), Map.of(), 60, 2);
    }

    MatchPolicy policy(Thresholds from) {
        return new MatchPolicy(
                minor("tolerances", tolerances), minor("charges", charges), daysAhead, discountGrace, from);
    }
}
