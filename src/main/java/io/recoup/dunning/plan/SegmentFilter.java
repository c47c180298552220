package io.recoup.dunning.plan;

import io.recoup.dunning.policy.Segment;
import io.recoup.money.Money;
import io.recoup.receivables.DebtorProfile;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a debtor belongs to a segment on a day. */
public final class SegmentFilter {

    private SegmentFilter() {}

    public static boolean matches(Segment segment, Situation situation, LocalDate today) {
        DebtorProfile who = situation.account().who();
        return isIn(segment.debtors(), who.sourceId())
                && isIn(segment.types(), who.type())
                && isIn(segment.categories(), who.category())
                && anyIn(segment.tags(), who.tags())
                && isIn(segment.countries(), who.country())
                && isIn(segment.languages(), who.language())
                && (segment.agents().isEmpty()
                        || isIn(segment.agents(), who.agentName())
                        || isIn(segment.agents(), who.agentEmail()))
                && hasText(segment.text(), who)
                && owes(segment, situation, today)
                && isUntouched(segment, situation, today);
    }

    private static boolean owes(Segment segment, Situation situation, LocalDate today) {
        boolean asks = segment.inDebt()
                || !segment.currencies().isEmpty()
                || !segment.overdue().isEmpty()
                || !segment.daysPastDue().isAny()
                || !segment.daysSinceIssue().isAny();
        if (!asks) {
            return true;
        }
        List<OpenItem> claims = claims(situation);
        Map<String, Money> overdue = new HashMap<>();
        claims.stream()
                .filter(item -> item.daysPastDue(today) > 0)
                .forEach(item -> overdue.merge(item.open().currencyCode(), item.open(), Money::plus));
        long pastDue =
                claims.stream().mapToLong(item -> item.daysPastDue(today)).max().orElse(Long.MIN_VALUE);
        long sinceIssue = claims.stream()
                .mapToLong(item -> item.daysSinceIssue(today))
                .max()
                .orElse(Long.MIN_VALUE);
        return (!segment.inDebt() || !overdue.isEmpty())
                && anyIn(
                        segment.currencies(),
                        claims.stream().map(item -> item.open().currencyCode()).toList())
                && (segment.overdue().isEmpty()
                        || segment.overdue().values().stream()
                                .anyMatch(least -> overdue.containsKey(least.currencyCode())
                                        && !least.exceeds(overdue.get(least.currencyCode()))))
                && (segment.daysPastDue().isAny()
                        || !claims.isEmpty() && segment.daysPastDue().holds(pastDue))
                && (segment.daysSinceIssue().isAny()
                        || !claims.isEmpty() && segment.daysSinceIssue().holds(sinceIssue));
    }

    private static boolean isUntouched(Segment segment, Situation situation, LocalDate today) {
        DunningHistory history = situation.history();
        boolean nothingYet = !segment.noActionYet() || isUntouchedSince(oldestIssue(situation), history);
        boolean notCalled = segment.notCalledForDays() == 0
                || history.lastCallOn() == null
                || !history.lastCallOn().isAfter(today.minusDays(segment.notCalledForDays()));
        return nothingYet && notCalled;
    }

    private static boolean isUntouchedSince(LocalDate issue, DunningHistory history) {
        return (history.lastCallOn() == null || history.lastCallOn().isBefore(issue))
                && history.contacts().stream().allMatch(contact -> contact.isBefore(issue));
    }

    private static LocalDate oldestIssue(Situation situation) {
        return claims(situation).stream()
                .map(OpenItem::issuedOn)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static List<OpenItem> claims(Situation situation) {
        return situation.account().openItems().stream()
                .filter(item -> item.kind() != ItemKind.CREDIT_NOTE && !item.isSettled())
                .toList();
    }

    private static boolean hasText(String text, DebtorProfile who) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || Stream.of(who.name(), who.sourceId(), who.taxId())
                        .anyMatch(field ->
                                field != null && field.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static boolean isIn(Set<String> wanted, String value) {
        return wanted.isEmpty() || value != null && wanted.contains(value.toLowerCase(Locale.ROOT));
    }

    private static boolean anyIn(Set<String> wanted, List<String> values) {
        return wanted.isEmpty() || values.stream().anyMatch(value -> wanted.contains(value.toLowerCase(Locale.ROOT)));
    }
}
