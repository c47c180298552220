package io.recoup.dunning.policy;

import io.recoup.dunning.file.YamlFields;
import io.recoup.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a policy file that states one procedure. */
final class PolicyProcedure {

    private PolicyProcedure() {}

    /** Empty when it has faults, which are then noted. */
    static Optional<Procedure> read(YamlFields block, WordingReader wordings, Creditor.Start start) {
        int before = block.problems();
        String name = block.required("name", "a name");
        if (name.equals(Action.PROCEDURE)) {
            block.problem("name", "'actions' is what letters of actions are booked under", "choose another name");
        }
        if (ByHand.is(name)) {
            block.problem(
                    "name", "'letters' is what letters that people write are booked under", "choose another name");
        }
        int gap = block.number("minimumGapDays", 1, 90, 1);
        boolean approval = block.matching("approve", "person|automatic", "'person' or 'automatic'", "automatic")
                .equals("person");
        List<Level> levels = new ArrayList<>();
        List<YamlFields> stated = block.list("levels");
        if (stated.isEmpty() && !block.has("levels")) {
            block.problem(
                    "levels",
                    "procedure '" + name + "' has no levels",
                    "add at least one level, or 'levels: []' for debtors that are left alone");
        }
        List<YamlFields> active = new ArrayList<>();
        for (YamlFields fields : stated) {
            PolicyLevel.read(fields, wordings, start, approval).ifPresent(level -> {
                check(fields, level, levels);
                levels.add(level);
                active.add(fields);
            });
        }
        for (int i = 0; i < levels.size() - 1; i++) {
            if (levels.get(i).isRepeated()) {
                active.get(i)
                        .problem(
                                "repeatEveryDays",
                                "level '" + levels.get(i).name() + "' repeats but is not the last",
                                "let only the last level repeat");
            }
        }
        ReferralRule referral = block.has("referral") ? referral(block.block("referral")) : null;
        Reopening reopening =
                block.has("afterReversal") ? reopening(block.block("afterReversal"), levels) : Reopening.DEFAULT;
        String segment = block.text("segment", "");
        List<String> debtors = List.copyOf(PolicyValues.lowerCase(block.words("debtors")));
        return block.problems() > before
                ? Optional.empty()
                : Optional.of(new Procedure(
                        name, gap, levels, referral, reopening, segment.isEmpty() ? null : segment, debtors));
    }

    private static void check(YamlFields block, Level level, List<Level> earlier) {
        String disorder = Procedure.disorder(earlier, level);
        if (disorder != null) {
            block.problem(
                    "days",
                    "level '" + level.name() + "' " + disorder,
                    "order the levels by days, each later than the one before");
        }
        if (earlier.stream().anyMatch(other -> other.name().equals(level.name()))) {
            block.problem("name", "two levels are called '" + level.name() + "'", "give each level its own name");
        }
    }

    private static ReferralRule referral(YamlFields block) {
        String approve = block.matching("approve", "person|automatic", "'person' or 'automatic'", "person");
        Money upTo = block.has("automaticUpTo")
                ? block.required("automaticUpTo", "an amount such as 500.00 EUR", PolicyValues::amount, null)
                : null;
        if (approve.equals("automatic") && upTo == null) {
            block.problem("automaticUpTo", "no limit for automatic approval", "add e.g. automaticUpTo: 500.00 EUR");
        }
        return new ReferralRule(
                block.number("afterDays", 0, 365, 14),
                block.number("pastDueDays", 0, 3650, 0),
                approve.equals("automatic") ? upTo : null);
    }

    private static Reopening reopening(YamlFields block, List<Level> levels) {
        String backTo = block.text("backTo", "");
        if (!backTo.isEmpty() && levels.stream().noneMatch(level -> level.name().equals(backTo))) {
            block.problem(
                    "backTo",
                    "there is no level '" + backTo + "'",
                    "name one of " + levels.stream().map(Level::name).toList());
        }
        return new Reopening(block.number("coolDownDays", 1, 365, 7), backTo.isEmpty() ? null : backTo);
    }
}
