package io.recoup.agency;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the agency's desk may decide by itself, and how patiently it talks to agencies.
 *
 * @param agency name of the agency that new cases go to, as in {@code recoup:placements?agency=…}; without it every
 *     referral waits for a person, and cannot be approved
 * @param approveAutomaticallyUpTo per ISO currency: the largest sum of a referral, in whole units, that needs no person;
 *     a currency that is not named always waits for a person
 * @param minimum per ISO currency: the smallest sum worth a case, in whole units; less is declined with that reason
 * @param casePrefix starts our case numbers ({@code RC-17}); give every installation that uses one agency its own
 * @param lease how long a route may work on one task before another replica may take it up
 * @param retryAfter wait after the first failed attempt; doubles with each further one
 * @param retryAtMost longest wait between two attempts
 * @param pollEvery how often an open case is asked about
 * @param zone where the business day of the creditor begins
 * @param agencies what each agency can do, by its name; the defaults fit one that keeps our reference and our keys
 */
@ConfigurationProperties("recoup.agency")
public record AgencySettings(
        String agency,
        Map<String, BigDecimal> approveAutomaticallyUpTo,
        Map<String, BigDecimal> minimum,
        @DefaultValue("RC") String casePrefix,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("1m") Duration retryAfter,
        @DefaultValue("1h") Duration retryAtMost,
        @DefaultValue("1h") Duration pollEvery,
        @DefaultValue("UTC") ZoneId zone,
        Map<String, Agency> agencies) {

    private static final Agency USUAL = new Agency(Repeat.LOOKUP, true);

    public AgencySettings {
        approveAutomaticallyUpTo = approveAutomaticallyUpTo == null ? Map.of() : Map.copyOf(approveAutomaticallyUpTo);
        minimum = minimum == null ? Map.of() : Map.copyOf(minimum);
        agencies = agencies == null ? Map.of() : Map.copyOf(agencies);
    }

    /**
     * @param repeat how a submission that may have arrived is repeated without opening a second case
     * @param repeatMessages whether a payment notice or recall may be sent again under its key after a doubtful
     *     attempt; false = a person decides
     */
    public record Agency(
            @DefaultValue("LOOKUP") Repeat repeat,
            @DefaultValue("true") boolean repeatMessages) {}

    public enum Repeat {
        /** Look the case up by our reference first, submit under the same key only if it is not there. */
        LOOKUP,
        /** The agency honours the idempotency key: submit again under the same key. */
        KEY,
        /** Neither: a person asks the agency. */
        NONE
    }

    public Agency of(String name) {
        return agencies.getOrDefault(name, USUAL);
    }

    /** Wait before the next attempt. */
    public Duration waitAfter(int attempts) {
        Duration wait = retryAfter.multipliedBy(1L << Math.min(Math.max(attempts - 1, 0), 20));
        return wait.compareTo(retryAtMost) > 0 ? retryAtMost : wait;
    }
}
