package io.recoup.dunning.pack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A base rate over time, as its bank publishes it.
 *
 * @param source where it is published
 * @param percents percent a year, from that day until the next one; may be negative
 * @param knownUntil last day for which the last one is known; nothing is said of later days
 */
public record RateTable(
        String name, String source, NavigableMap<LocalDate, BigDecimal> percents, LocalDate knownUntil) {

    public RateTable {
        percents = Collections.unmodifiableNavigableMap(new TreeMap<>(percents));
        if (percents.isEmpty() || knownUntil.isBefore(percents.lastKey())) {
            throw new IllegalArgumentException("rate table '" + name + "' ends before its last rate begins");
        }
    }

    /** @throws NoRate before the first or after the last known day */
    public BigDecimal percentOn(LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> rate = percents.floorEntry(day);
        if (rate == null || day.isAfter(knownUntil)) {
            throw new NoRate(name, day, "known from " + percents.firstKey() + " to " + knownUntil);
        }
        return rate.getValue();
    }

    /** The last day of the rate that holds on {@code day}. */
    LocalDate lastDayOfRateOn(LocalDate day) {
        LocalDate next = percents.higherKey(day);
        return next == null ? knownUntil : next.minusDays(1);
    }
}
