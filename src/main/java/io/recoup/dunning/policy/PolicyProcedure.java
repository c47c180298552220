package io.recoup.dunning.policy;

import io.recoup.dunning.file.YamlFields;
import io.recoup.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The part of a policy file that states one procedure. */
final class PolicyProcedure {

    private PolicyProcedure() {}

    /** Empty when it has faults, which are then noted. */
    static Optional<Procedure> read(YamlFields block, Predicate<String> hasTemplate) {
        int before = block.problems();
        String name = block.required("name", "a name");
        int gap = block.number("minimumGapDays", 1, 90, 1);
        List<Level> levels = new ArrayList<>();
        List<YamlFields> stated = block.list("levels");
        if (stated.isEmpty()) {
            block.problem("levels", "procedure '" + name + "' has no levels", "add at least one level");
        }
        for (int i = 0; i < stated.size(); i++) {
            Level level = level(stated.get(i), hasTemplate);
            check(stated.get(i), level, levels, i == stated.size() - 1);
            levels.add(level);
        }
        ReferralRule referral = block.has("referral") ? referral(block.block("referral")) : null;
        return block.problems() > before ? Optional.empty() : Optional.of(new Procedure(name, gap, levels, referral));
    }

    private static Level level(YamlFields block, Predicate<String> hasTemplate) {
        String template = block.required("template", "the name of a file in routes/templates/<language>");
        if (!template.isEmpty() && !hasTemplate.test(template)) {
            block.problem(
                    "template",
                    "unknown template '" + template + "'",
                    "add " + template + ".md for the creditor's language or in English");
        }
        String name = block.required("name", "a name");
        int every = block.number("repeatEveryDays", 0, 366, 0);
        return new Level(
                name.isEmpty() ? "level on line " + block.line() : name,
                block.number("days", -365, 3650, null),
                template.isEmpty() ? "-" : template,
                block.number("replyWithinDays", 1, 90, 7),
                every,
                block.number("times", 0, 1000, every > 0 ? 0 : 1));
    }

    private static void check(YamlFields block, Level level, List<Level> earlier, boolean last) {
        if (!earlier.isEmpty()
                && level.days() <= earlier.get(earlier.size() - 1).days()) {
            block.problem(
                    "days",
                    "level '" + level.name() + "' is out of order: " + level.days() + " is not later than "
                            + earlier.get(earlier.size() - 1).days(),
                    "order the levels by days, each later than the one before");
        }
        if (earlier.stream().anyMatch(other -> other.name().equals(level.name()))) {
            block.problem("name", "two levels are called '" + level.name() + "'", "give each level its own name");
        }
        if (level.isRepeated() && !last) {
            block.problem(
                    "repeatEveryDays",
                    "level '" + level.name() + "' repeats but is not the last",
                    "let only the last level repeat");
        }
        if (!level.isRepeated() && level.times() != 1) {
            block.problem("times", "times without repeatEveryDays", "add repeatEveryDays or remove times");
        }
    }

    private static ReferralRule referral(YamlFields block) {
        String approve = block.matching("approve", "person|automatic", "'person' or 'automatic'", "person");
        Money upTo = block.has("automaticUpTo")
                ? block.required("automaticUpTo", "an amount such as 500.00 EUR", PolicyFile::amount, null)
                : null;
        if (approve.equals("automatic") && upTo == null) {
            block.problem("automaticUpTo", "no limit for automatic approval", "add e.g. automaticUpTo: 500.00 EUR");
        }
        return new ReferralRule(
                block.number("afterDays", 0, 365, 14),
                block.number("pastDueDays", 0, 3650, 0),
                approve.equals("automatic") ? upTo : null);
    }
}
