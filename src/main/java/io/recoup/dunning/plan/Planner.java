package io.recoup.dunning.plan;

import static java.util.Comparator.comparing;

import io.recoup.dunning.plan.DunningDecision.Line;
import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.plan.DunningDecision.Refer;
import io.recoup.dunning.plan.DunningDecision.Rest;
import io.recoup.dunning.plan.DunningDecision.Wait;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is done about a debtor's open items on a business date: a pure function, asked by the daily run, by the
 * last look before a letter leaves, and by {@code explain}.
 */
public final class Planner {

    private final Procedure procedure;
    private final Ladder ladder;

    public Planner(Procedure procedure) {
        this.procedure = procedure;
        this.ladder = new Ladder(procedure);
    }

    /** @param history what this debtor was sent under this procedure */
    public DebtorPlan decide(DebtorAccount account, DunningHistory history, LocalDate today) {
        Map<ItemId, DunningDecision> decisions = Rests.of(account, today);
        Map<OpenItem, Ladder.Next> ready = new LinkedHashMap<>();
        for (OpenItem item : account.openItems()) {
            if (!decisions.containsKey(item.id())) {
                climb(item, history, today)
                        .ifPresentOrElse(
                                waits -> decisions.put(item.id(), waits),
                                () -> ready.put(item, next(item, history, today).orElseThrow()));
            }
        }
        Optional<Notice> notice =
                ready.isEmpty() ? Optional.empty() : letter(account, ready, history, today, decisions);
        return new DebtorPlan(
                account.debtor(), inOrder(account, decisions), notice, exhausted(decisions, history.referred()));
    }

    /** Why the item does not get its next letter today; empty when it does. */
    private Optional<DunningDecision> climb(OpenItem item, DunningHistory history, LocalDate today) {
        Optional<DunningHistory.Step> last = history.lastOf(item.id());
        Optional<DunningDecision> givenUp = last.flatMap(step -> givenUpEarly(step, item, today));
        if (givenUp.isPresent()) {
            return givenUp;
        }
        Optional<Ladder.Next> next = next(item, history, today);
        if (next.isEmpty()) {
            return Optional.of(atTheEnd(last, item, today));
        }
        Ladder.Next step = next.get();
        return today.isBefore(step.on())
                ? Optional.of(new Wait(step.on(), "level '" + step.level().name() + "' is due on " + step.on()))
                : Optional.empty();
    }

    private Optional<Ladder.Next> next(OpenItem item, DunningHistory history, LocalDate today) {
        return ladder.after(history.lastOf(item.id()), item, today);
    }

    private Optional<DunningDecision> givenUpEarly(DunningHistory.Step step, OpenItem item, LocalDate today) {
        ReferralRule rule = procedure.referral();
        boolean onLastLevel = ladder.positionOf(step) == procedure.levels().size() - 1;
        if (rule == null || rule.pastDueDays() == 0 || !onLastLevel || item.daysPastDue(today) < rule.pastDueDays()) {
            return Optional.empty();
        }
        return Optional.of(new Refer(item.daysPastDue(today) + " days past due after the last level"));
    }

    private DunningDecision atTheEnd(Optional<DunningHistory.Step> last, OpenItem item, LocalDate today) {
        ReferralRule rule = procedure.referral();
        if (rule == null || procedure.last().isCourtesy()) {
            return new Rest("all levels were sent or have passed, and the procedure refers nobody", null);
        }
        LocalDate on =
                last.map(DunningHistory.Step::sentOn).orElse(item.dueOn()).plusDays(rule.afterDays());
        return today.isBefore(on)
                ? new Wait(on, "all levels were sent; referral on " + on)
                : new Refer("all levels were sent, the last on "
                        + last.map(step -> step.sentOn().toString()).orElse("no day") + ", without payment");
    }

    /** Chooses the one letter of the day and makes every other item wait. */
    private Optional<Notice> letter(
            DebtorAccount account,
            Map<OpenItem, Ladder.Next> ready,
            DunningHistory history,
            LocalDate today,
            Map<ItemId, DunningDecision> decisions) {
        Optional<DunningDecision> obstacle = obstacle(account, history, today);
        if (obstacle.isPresent()) {
            ready.keySet().forEach(item -> decisions.put(item.id(), obstacle.get()));
            return Optional.empty();
        }
        int highest =
                ready.values().stream().mapToInt(Ladder.Next::position).max().orElseThrow();
        Level level = procedure.levels().get(highest);
        List<Line> lines = ready.entrySet().stream()
                .filter(entry -> entry.getValue().position() == highest)
                .map(entry -> new Line(entry.getKey().id(), entry.getValue().occurrence()))
                .toList();
        String reason = "level '" + level.name() + "' has come: " + place(level.days());
        Notice notice = new Notice(level, lines, reason, today.plusDays(procedure.minimumGapDays()));
        ready.forEach((item, next) -> decisions.put(
                item.id(),
                next.position() == highest
                        ? notice
                        : new Wait(
                                today.plusDays(procedure.minimumGapDays()),
                                "one letter per debtor and day: level '" + level.name() + "' goes first")));
        return Optional.of(notice);
    }

    private Optional<DunningDecision> obstacle(DebtorAccount account, DunningHistory history, LocalDate today) {
        if (history.pending() != null) {
            return Optional.of(new Wait(
                    today,
                    "the letter of level '" + history.pending().level() + "' planned on "
                            + history.pending().plannedOn() + " has not left yet"));
        }
        LocalDate last = history.lastNoticeOn();
        if (last != null && today.isBefore(last.plusDays(procedure.minimumGapDays()))) {
            LocalDate free = last.plusDays(procedure.minimumGapDays());
            return Optional.of(new Wait(free, "the debtor had a letter on " + last + "; the next not before " + free));
        }
        return account.emails().isEmpty()
                ? Optional.of(new Rest("no usable e-mail address: add a contact to the debtor", null))
                : Optional.empty();
    }

    private static String place(int days) {
        return days == 0
                ? "the due date"
                : Math.abs(days) + (days < 0 ? " days before" : " days after") + " the due date";
    }

    private static Map<ItemId, DunningDecision> inOrder(DebtorAccount account, Map<ItemId, DunningDecision> decisions) {
        Map<ItemId, DunningDecision> ordered = new LinkedHashMap<>();
        account.openItems().forEach(item -> ordered.put(item.id(), decisions.get(item.id())));
        return ordered;
    }

    private static List<ItemId> exhausted(Map<ItemId, DunningDecision> decisions, Set<ItemId> reported) {
        return decisions.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Refer && !reported.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .sorted(comparing(ItemId::value))
                .toList();
    }
}
