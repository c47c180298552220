package io.recoup.dunning.plan;

import static java.util.Comparator.comparing;

import io.recoup.dunning.plan.DebtorPlan.PlannedTask;
import io.recoup.dunning.plan.DunningDecision.Line;
import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.policy.Action;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the policy's actions want for a debtor on a day. */
final class ActionsOfTheDay {

    private final Policy policy;
    private final Obstacles obstacles;
    private final Charging charging;

    ActionsOfTheDay(Policy policy, Obstacles obstacles, Charging charging) {
        this.policy = policy;
        this.obstacles = obstacles;
        this.charging = charging;
    }

    /** @param claims what may be asked of the debtor today */
    List<PlannedTask> tasks(Situation situation, List<OpenItem> claims, LocalDate today) {
        List<PlannedTask> tasks = new ArrayList<>();
        for (Action action : policy.actions()) {
            LocalDate day = action.type() == Action.Type.TASK ? occurrence(action, situation, claims, today) : null;
            if (day != null) {
                tasks.add(new PlannedTask(
                        "action:" + action.name() + ":" + day,
                        action.name(),
                        Reason.of("task.text", action.task().text()),
                        Ladder.later(today, day.plusDays(action.task().dueAfterDays())),
                        action.task().dueAt()));
            }
        }
        return tasks;
    }

    /** Whether a letter of an action has come and only an address is missing. */
    boolean lacksContact(
            Situation situation, List<OpenItem> claims, int gapDays, Restrictions limits, LocalDate today) {
        return policy.actions().stream()
                .filter(action -> action.type() != Action.Type.TASK)
                .filter(action -> occurrence(action, situation, claims, today) != null)
                .map(action ->
                        obstacles.toLetter(situation, told(action, claims), gapDays, limits, action.wording(), today))
                .anyMatch(Obstacles::isNoContact);
    }

    private static List<OpenItem> told(Action action, List<OpenItem> claims) {
        return action.type() == Action.Type.DEBT_NOTICE ? claims : List.of();
    }

    /** The first debtor letter of an action that has come and may leave; one a day. */
    Optional<Notice> letter(
            Situation situation, List<OpenItem> claims, int gapDays, Restrictions limits, LocalDate today) {
        for (Action action : policy.actions()) {
            LocalDate day = action.type() == Action.Type.TASK ? null : occurrence(action, situation, claims, today);
            if (day == null) {
                continue;
            }
            List<OpenItem> told = told(action, claims);
            if (obstacles.toLetter(situation, told, gapDays, limits, action.wording(), today) != null) {
                continue;
            }
            List<OpenItem> inOrder = told.stream()
                    .sorted(comparing(OpenItem::dueOn)
                            .thenComparing(item -> item.id().value()))
                    .toList();
            int occurrence = DunningHistory.occurrence(day);
            Level level = action.asLevel();
            return Optional.of(new Notice(
                    Action.PROCEDURE,
                    level,
                    occurrence,
                    inOrder.stream()
                            .map(item -> new Line(item.id(), occurrence))
                            .toList(),
                    told.isEmpty() ? List.of() : charging.of(situation, level, inOrder, limits, today),
                    Reason.of("notice.action", action.name(), day),
                    action.nextAfter(today)));
        }
        return Optional.empty();
    }

    /** The day that is to be served for this debtor; null = none, or it was. */
    private LocalDate occurrence(Action action, Situation situation, List<OpenItem> claims, LocalDate today) {
        LocalDate day = action.occurrenceOn(today);
        if (day == null) {
            return null;
        }
        LocalDate served = situation.history().actions().get(action.name());
        if (served != null && !served.isBefore(day)) {
            return null;
        }
        return isFor(action, situation, claims, day) && (day.equals(today) || isFor(action, situation, claims, today))
                ? day
                : null;
    }

    /** Who comes into debt, or into the segment, after the day waits for the next: late is only what was missed. */
    private boolean isFor(Action action, Situation situation, List<OpenItem> claims, LocalDate day) {
        boolean needsDebt = action.onlyInDebt() || action.type() == Action.Type.DEBT_NOTICE;
        if (needsDebt && claims.stream().noneMatch(item -> item.daysPastDue(day) > 0)) {
            return false;
        }
        return action.segment() == null
                || SegmentFilter.matches(policy.segment(action.segment()).orElseThrow(), situation, day);
    }
}
