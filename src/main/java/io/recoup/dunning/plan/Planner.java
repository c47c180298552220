package io.recoup.dunning.plan;

import static java.util.Comparator.comparing;

import io.recoup.dunning.plan.DebtorPlan.PlannedTask;
import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.plan.DunningDecision.Refer;
import io.recoup.dunning.plan.DunningDecision.Rest;
import io.recoup.dunning.policy.Charges;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what is done about a debtor on a business date: a pure function, asked by the daily run, by the last look
 * before a letter leaves, by {@code explain} and by {@code simulate}.
 */
public final class Planner {

    private final Policy policy;
    private final LetterOfTheDay letters;
    private final ActionsOfTheDay actions;
    private final Charging charging;

    public Planner(Policy policy) {
        this.policy = policy;
        Obstacles obstacles = new Obstacles(policy);
        this.charging = new Charging(policy);
        this.letters = new LetterOfTheDay(obstacles, charging);
        this.actions = new ActionsOfTheDay(policy, obstacles, charging);
    }

    /**
     * What is decided today, what stands after that, and until when: the day after a letter is decided as if it had left,
     * so that nobody is looked at just to see that it has. Whoever keeps the look must look again if it has not.
     */
    public DebtorLook look(Situation situation, LocalDate today) {
        DebtorPlan plan = decide(situation, today);
        if (plan.notice().isEmpty()) {
            boolean underWay = situation.history().pending() != null;
            return new DebtorLook(plan, plan, underWay ? today : plan.lookAgainOn(today));
        }
        LocalDate tomorrow = today.plusDays(1);
        DunningHistory sent = situation.history().afterSending(plan.notice().get(), today);
        DebtorPlan then = decide(situation.with(sent), tomorrow);
        boolean given = plan.newlyExhausted().containsAll(then.newlyExhausted());
        return new DebtorLook(plan, then, given ? then.lookAgainOn(tomorrow) : tomorrow);
    }

    public DebtorPlan decide(Situation situation, LocalDate today) {
        DebtorAccount account = situation.account();
        Map<ItemId, DunningDecision> decisions = Rests.of(account, policy.creditor(), today);
        List<OpenItem> claims = new ArrayList<>();
        for (OpenItem item : account.openItems()) {
            if (!decisions.containsKey(item.id())) {
                claims.add(item);
            }
        }
        Assignment assigned = Assignment.of(policy, situation, today);
        if (assigned.procedure() == null) {
            claims.forEach(item -> decisions.put(item.id(), new Rest(assigned.conflict(), null)));
            List<PlannedTask> tasks = claims.isEmpty()
                    ? List.of()
                    : List.of(new PlannedTask("two-procedures", null, assigned.conflict(), today, null));
            return plan(account, null, decisions, Optional.empty(), tasks, List.of());
        }
        Procedure procedure = assigned.procedure();
        Restrictions limits =
                policy.restrictionsFor(account.country(), account.who().type(), today);
        Map<OpenItem, Ladder.Next> ready = climb(situation, procedure, limits, claims, decisions, today);
        Optional<Notice> notice = ready.isEmpty()
                ? Optional.empty()
                : letters.choose(situation, procedure, ready, limits, decisions, today);
        new GivingUp(procedure, limits).inTime(situation, ready, decisions);
        boolean silent = false;
        for (DunningDecision decision : decisions.values()) {
            silent |= Obstacles.isNoContact(decision);
        }
        List<PlannedTask> tasks = new ArrayList<>();
        if (!policy.actions().isEmpty()) {
            tasks.addAll(actions.tasks(situation, claims, today));
            if (notice.isEmpty()) {
                notice = actions.letter(situation, claims, procedure.minimumGapDays(), limits, today);
                notice.ifPresent(letter -> letter.lines()
                        .forEach(line -> decisions.compute(
                                line.item(), (item, known) -> known instanceof Refer ? known : letter)));
                silent |= notice.isEmpty()
                        && actions.lacksContact(situation, claims, procedure.minimumGapDays(), limits, today);
            }
        }
        if (silent) {
            tasks.add(new PlannedTask("no-contact", null, Reason.of("task.no-contact", account.name()), today, null));
        }
        notice.stream()
                .flatMap(letter -> letter.claims().stream())
                .filter(claim -> claim.noRate() != null)
                .findFirst()
                .ifPresent(claim -> tasks.add(
                        new PlannedTask("no-rate", null, Reason.of("task.no-rate", claim.noRate()), today, null)));
        return plan(account, procedure.name(), decisions, notice, tasks, exhausted(decisions, situation));
    }

    /**
     * What a letter of that level about these items asks for on a day.
     *
     * @param again whether it was sent before: then it charges nothing new
     */
    public List<Claim> claims(Situation situation, Level level, List<OpenItem> items, boolean again, LocalDate today) {
        Restrictions limits = policy.restrictionsFor(
                situation.account().country(), situation.account().who().type(), today);
        return charging.of(situation, again ? level.charging(Charges.NONE) : level, items, limits, today);
    }

    /** Puts down why each item does not get its next letter today; gives those that do. */
    private Map<OpenItem, Ladder.Next> climb(
            Situation situation,
            Procedure procedure,
            Restrictions limits,
            List<OpenItem> claims,
            Map<ItemId, DunningDecision> decisions,
            LocalDate today) {
        Map<OpenItem, Ladder.Next> ready = new LinkedHashMap<>();
        Ladder ladder = new Ladder(procedure);
        GivingUp givingUp = new GivingUp(procedure, limits);
        for (OpenItem item : claims) {
            if (procedure.levels().isEmpty()) {
                decisions.put(item.id(), new Rest(Reason.of("rest.no-levels", procedure.name()), null));
                continue;
            }
            Ladder.Standing standing = ladder.standing(situation, item);
            LocalDate givenUpOn = givingUp.on(standing, item);
            if (givenUpOn != null && !today.isBefore(givenUpOn)) {
                decisions.put(item.id(), new Refer(Reason.of("refer.past-due", item.daysPastDue(today))));
                continue;
            }
            LocalDate notBefore = item.dueOn().plusDays(limits.minDaysBeforeFirst());
            Optional<Ladder.Next> next = ladder.after(standing, situation, item, notBefore, today);
            if (next.isEmpty()) {
                decisions.put(item.id(), givingUp.atTheEnd(standing, item, today));
            } else if (isBeforeStart(next.get(), item)) {
                decisions.put(
                        item.id(),
                        new Rest(
                                Reason.of("rest.issued-before-start", item.issuedOn()),
                                ladder.endOfCourtesy(next.get().position(), item)));
            } else if (today.isBefore(next.get().on())) {
                decisions.put(item.id(), givingUp.waiting(standing, item, next.get()));
            } else {
                ready.put(item, next.get());
            }
        }
        return ready;
    }

    /** A letter about the issue tells only of documents issued since the company began with it. */
    private boolean isBeforeStart(Ladder.Next next, OpenItem item) {
        LocalDate start = policy.creditor().start().issued();
        return next.level().trigger() instanceof io.recoup.dunning.policy.Trigger.FromIssue
                && next.level().isCourtesyFor(item.issuedOn(), item.dueOn())
                && start != null
                && item.issuedOn().isBefore(start);
    }

    private static DebtorPlan plan(
            DebtorAccount account,
            String procedure,
            Map<ItemId, DunningDecision> decisions,
            Optional<Notice> notice,
            List<PlannedTask> tasks,
            List<ItemId> exhausted) {
        Map<ItemId, DunningDecision> ordered = new LinkedHashMap<>();
        account.openItems().forEach(item -> ordered.put(item.id(), decisions.get(item.id())));
        return new DebtorPlan(account.debtor(), procedure, ordered, notice, tasks, exhausted);
    }

    private static List<ItemId> exhausted(Map<ItemId, DunningDecision> decisions, Situation situation) {
        List<ItemId> exhausted = new ArrayList<>(0);
        decisions.forEach((item, decision) -> {
            if (decision instanceof Refer && !situation.isReferred(item)) {
                exhausted.add(item);
            }
        });
        exhausted.sort(comparing(ItemId::value));
        return exhausted;
    }
}
