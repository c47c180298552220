package io.recoup.dunning.policy;

import io.recoup.dunning.file.YamlFields;
import java.util.Optional;
import java.util.Set;

/** The part of a policy file that states one segment. */
final class PolicySegment {

    private PolicySegment() {}

    /** Empty when it has faults, which are then noted. */
    static Optional<Segment> read(YamlFields block) {
        int before = block.problems();
        Segment segment = new Segment(
                block.required("name", "a name"),
                lower(block, "debtors"),
                lower(block, "type"),
                lower(block, "category"),
                lower(block, "tag"),
                lower(block, "country"),
                lower(block, "language"),
                lower(block, "currency"),
                lower(block, "agent"),
                block.text("text", ""),
                PolicyValues.flag(block, "inDebt"),
                PolicyValues.amounts(block, "overdueAtLeast"),
                span(block, "daysPastDue"),
                span(block, "daysSinceIssue"),
                PolicyValues.flag(block, "noActionYet"),
                block.number("notCalledForDays", 0, 3650, 0));
        return block.problems() > before ? Optional.empty() : Optional.of(segment);
    }

    private static Set<String> lower(YamlFields block, String field) {
        return PolicyValues.lowerCase(block.words(field));
    }

    /** {@code 30}, {@code 30-60}, {@code 30+}: days of the oldest open item. */
    private static Segment.Span span(YamlFields block, String field) {
        String text = block.text(field, "");
        if (text.isEmpty()) {
            return Segment.Span.ANY;
        }
        if (text.matches("\\d{1,5}[+]?")) {
            return new Segment.Span(Integer.valueOf(text.replace("+", "")), null);
        }
        if (text.matches("\\d{1,5}-\\d{1,5}")) {
            String[] ends = text.split("-");
            Segment.Span span = new Segment.Span(Integer.valueOf(ends[0]), Integer.valueOf(ends[1]));
            if (span.least() <= span.most()) {
                return span;
            }
        }
        block.problem(field, "'" + field + "' is '" + text + "'", "state days as 30 (and more) or 30-60");
        return Segment.Span.ANY;
    }
}
