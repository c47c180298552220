package io.recoup.dunning;

import io.recoup.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who belongs to the policy's segments. */
public interface Segments {

    /** How many debtors each segment has, by its name in the policy's order; as counted within the last minute. */
    Map<String, Integer> sizes(LocalDate today);

    /** Those who owe most first; empty when the policy has no such segment. */
    Optional<Members> members(String segment, LocalDate today, int limit);

    /** @param count of all; {@code first} may be fewer */
    record Members(int count, List<Member> first) {}

    /**
     * @param overdue one per currency, credit notes not taken off; none = nothing is overdue
     * @param daysPastDue of the oldest open item; below zero when none is due yet, null when nothing is open
     * @param lastLetterOn business date; null = none yet
     * @param lastCallOn business date; null = none yet
     */
    record Member(
            long debtor,
            String name,
            List<Money> overdue,
            Long daysPastDue,
            LocalDate lastLetterOn,
            LocalDate lastCallOn) {

        /** In that currency; zero where nothing is. */
        public Money overdueIn(String currency) {
            return overdue.stream()
                    .filter(amount -> amount.currencyCode().equals(currency))
                    .findFirst()
                    .orElse(Money.of(0, currency));
        }
    }
}
