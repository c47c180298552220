package io.recoup.dunning.policy;

import io.recoup.money.Money;
import java.util.Map;
import java.util.Set;

/**
 * A saved filter over debtors. Every condition that is stated must hold; in a list, one entry must. Entries are in
 * lower case: capitals do not count.
 *
 * @param text part of the name, the customer's id or the tax id
 * @param agents name or address of the sales agent
 * @param tags one of them
 * @param overdue least overdue amount per currency
 * @param daysPastDue of the oldest open item, from the due date
 * @param daysSinceIssue of the oldest open item, from the issue date
 * @param noActionYet nothing was sent or noted about the debtor since its oldest open item was issued
 * @param notCalledForDays no call was noted for so many days; 0 = not asked
 */
public record Segment(
        String name,
        Set<String> debtors,
        Set<String> types,
        Set<String> categories,
        Set<String> tags,
        Set<String> countries,
        Set<String> languages,
        Set<String> currencies,
        Set<String> agents,
        String text,
        boolean inDebt,
        Map<String, Money> overdue,
        Span daysPastDue,
        Span daysSinceIssue,
        boolean noActionYet,
        int notCalledForDays) {

    /** @param least null = no lower limit; @param most null = no upper limit; both inclusive */
    public record Span(Integer least, Integer most) {

        public static final Span ANY = new Span(null, null);

        public boolean isAny() {
            return least == null && most == null;
        }

        public boolean holds(long days) {
            return (least == null || days >= least) && (most == null || days <= most);
        }
    }

    /** Everybody. */
    public static Segment all(String name) {
        Set<String> any = Set.of();
        return new Segment(
                name, any, any, any, any, any, any, any, any, "", false, Map.of(), Span.ANY, Span.ANY, false, 0);
    }
}
