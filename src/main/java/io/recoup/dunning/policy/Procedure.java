package io.recoup.dunning.policy;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An ordered ladder of letters. Each item climbs it one level at a time.
 *
 * @param minimumGapDays days that must lie between two letters to one debtor, at least 1
 * @param levels none = a procedure that leaves its debtors alone
 * @param referral null = nobody is ever referred
 * @param segment name of the segment whose debtors it applies to; null = none
 * @param debtors the source's ids of debtors it applies to, before any segment
 */
public record Procedure(
        String name,
        int minimumGapDays,
        List<Level> levels,
        ReferralRule referral,
        Reopening reopening,
        String segment,
        List<String> debtors) {

    /** @throws IllegalArgumentException if levels are not in ascending order, share a name, or repeat before the last */
    public Procedure {
        levels = List.copyOf(levels);
        debtors = List.copyOf(debtors);
        if (minimumGapDays < 1) {
            throw new IllegalArgumentException("at most one letter a day: the gap must be at least 1 day");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            if (!names.add(level.name())) {
                throw new IllegalArgumentException("two levels are called '" + level.name() + "'");
            }
            String disorder = disorder(levels.subList(0, i), level);
            if (disorder != null) {
                throw new IllegalArgumentException("level '" + level.name() + "' " + disorder);
            }
            if (level.isRepeated() && i < levels.size() - 1) {
                throw new IllegalArgumentException("only the last level may repeat, not '" + level.name() + "'");
            }
        }
    }

    public static Procedure of(String name, int minimumGapDays, List<Level> levels, ReferralRule referral) {
        return new Procedure(name, minimumGapDays, levels, referral, Reopening.DEFAULT, null, List.of());
    }

    /** Why the level cannot stand behind those; null when it can. */
    static String disorder(List<Level> before, Level level) {
        if (before.isEmpty()) {
            return level.trigger() instanceof Trigger.AfterPrevious
                    ? "is counted from the previous letter, and there is none before it"
                    : null;
        }
        Trigger trigger = level.trigger();
        for (int i = before.size() - 1; i >= 0; i--) {
            Trigger earlier = before.get(i).trigger();
            if (trigger instanceof Trigger.FromDue mine && earlier instanceof Trigger.FromDue theirs) {
                return mine.days() > theirs.days()
                        ? null
                        : "is out of order: " + mine.days() + " is not later than " + theirs.days();
            }
            if (trigger instanceof Trigger.FromIssue mine && earlier instanceof Trigger.FromIssue theirs) {
                return mine.days() > theirs.days()
                        ? null
                        : "is out of order: " + mine.days() + " days from issue is not later than " + theirs.days();
            }
        }
        return null;
    }

    public Level last() {
        return levels.get(levels.size() - 1);
    }

    public OptionalInt positionOf(String level) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals(level)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The last level counted from the due date that is not later than that many days; -1 before the first. */
    public int positionAtDays(int days) {
        int position = -1;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).trigger() instanceof Trigger.FromDue due && due.days() <= days) {
                position = i;
            }
        }
        return position;
    }

    /** Where an item goes on after its payment was taken back. */
    public int positionAfterReversal() {
        if (reopening.backTo() != null) {
            return positionOf(reopening.backTo()).orElse(0);
        }
        for (int i = 0; i < levels.size(); i++) {
            if (!levels.get(i).isCourtesy() && !(levels.get(i).trigger() instanceof Trigger.FromIssue)) {
                return i;
            }
        }
        return 0;
    }
}
