package io.recoup.dunning.policy;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An ordered ladder of letters. Each item climbs it one level at a time.
 *
 * @param minimumGapDays days that must lie between two letters to one debtor, at least 1
 * @param referral null = nobody is ever referred
 */
public record Procedure(String name, int minimumGapDays, List<Level> levels, ReferralRule referral) {

    /** @throws IllegalArgumentException if levels are not in ascending order, share a name, or repeat before the last */
    public Procedure {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("procedure '" + name + "' has no levels");
        }
        if (minimumGapDays < 1) {
            throw new IllegalArgumentException("at most one letter a day: the gap must be at least 1 day");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            if (!names.add(level.name())) {
                throw new IllegalArgumentException("two levels are called '" + level.name() + "'");
            }
            if (i > 0 && level.days() <= levels.get(i - 1).days()) {
                throw new IllegalArgumentException("level '" + level.name() + "' is not later than the one before it");
            }
            if (level.isRepeated() && i < levels.size() - 1) {
                throw new IllegalArgumentException("only the last level may repeat, not '" + level.name() + "'");
            }
        }
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

    /** The last level that is not later than that many days from the due date; -1 before the first. */
    public int positionAtDays(int days) {
        int position = -1;
        while (position + 1 < levels.size() && levels.get(position + 1).days() <= days) {
            position++;
        }
        return position;
    }
}
