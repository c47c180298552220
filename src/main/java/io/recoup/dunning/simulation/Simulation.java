package io.recoup.dunning.simulation;

import io.recoup.dunning.plan.Claim;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DebtorPlan.PlannedTask;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.plan.DunningDecision.Refer;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.plan.Sources;
import io.recoup.dunning.plan.Unmatched;
import io.recoup.dunning.policy.Policy;
import io.recoup.money.Money;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.ItemKind;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Plays business dates one after the other: what happened that day, then what the planner decides, as the daily run
 * would. Failed deliveries are known in the evening, and a letter that waits for a person leaves on the day of its
 * approval. A run that would wait for a person because it is out of proportion is told among the rests, and goes on as
 * if it was approved. The same events and policy give the same actions.
 */
public final class Simulation {

    private Policy policy;
    private Planner planner;
    private final boolean sourcesFresh;
    private final Consumer<SimulatedAction> actions;
    private final Consumer<SimulatedAction> rests;
    private final BiConsumer<Event, String> refused;
    private final Books books = new Books();
    private final Map<String, LocalDate> banks = new HashMap<>();
    private final Map<String, LocalDate> erps = new HashMap<>();
    private final LettersPerRun usual = new LettersPerRun();
    private Sources sources = Sources.FRESH;
    private Listener listener = (situation, plan, leaves, day) -> {};

    /** Hears each debtor's plan, before its letter leaves. */
    interface Listener {
        void decided(Situation situation, DebtorPlan plan, boolean leaves, LocalDate day);
    }

    /**
     * @param sourcesFresh true = every source counts as fresh; false = as fresh as its last event
     * @param actions hears what is done, in order
     * @param rests hears why nothing is done about an item; null = not asked
     * @param refused hears of events that contradict those before them; they change nothing
     */
    public Simulation(
            Policy policy,
            boolean sourcesFresh,
            Consumer<SimulatedAction> actions,
            Consumer<SimulatedAction> rests,
            BiConsumer<Event, String> refused) {
        this.policy = policy;
        this.planner = new Planner(policy);
        this.sourcesFresh = sourcesFresh;
        this.actions = actions;
        this.rests = rests;
        this.refused = refused;
    }

    void tellEachPlanTo(Listener other) {
        listener = other;
    }

    /** From the next business date on another policy holds, as when its file is edited. */
    public void goOnUnder(Policy other) {
        policy = other;
        planner = new Planner(other);
    }

    /** @param events in any order; those before {@code from} are booked before the first run, those after it are not */
    public void play(List<Event> events, LocalDate from, LocalDate until) {
        Map<LocalDate, List<Event>> byDay = new TreeMap<>();
        events.forEach(event ->
                byDay.computeIfAbsent(event.on(), day -> new ArrayList<>()).add(event));
        byDay.forEach((day, happened) -> {
            if (day.isBefore(from)) {
                happened.forEach(this::book);
            }
        });
        for (LocalDate day = from; !day.isAfter(until); day = day.plusDays(1)) {
            play(byDay.getOrDefault(day, List.of()), day);
        }
    }

    /**
     * One business date; call it with later dates only. Dates may be left out, as in an outage: nothing happens on them.
     *
     * @return how many letters left
     */
    public int play(List<Event> happened, LocalDate day) {
        happened.forEach(this::book);
        if (!sourcesFresh) {
            sources = Sources.of(banks, erps);
        }
        int letters = 0;
        for (Map.Entry<String, SimulatedDebtor> entry : books.debtors().entrySet()) {
            SimulatedDebtor debtor = entry.getValue();
            if (debtor.hasBecomeClear()) {
                tell(day, "reset", debtor, null, null, List.of(), List.of(), Reason.of("reset.clear"));
            }
            if (!debtor.account().openItems().isEmpty() || !policy.actions().isEmpty()) {
                letters += decide(debtor, happened, day);
            }
        }
        if (rests != null && policy.creditor().fuse().blows(letters, usual.median())) {
            Reason fuse = Reason.of("run.fuse", letters, usual.median());
            rests.accept(new SimulatedAction(day, "wait", null, null, null, List.of(), List.of(), fuse));
        }
        usual.add(letters);
        happened.forEach(event -> evening(event, day));
        return letters;
    }

    private int decide(SimulatedDebtor debtor, List<Event> happened, LocalDate day) {
        Situation situation = new Situation(debtor.account(), debtor.history(), sources, Unmatched.NONE);
        DebtorPlan plan = planner.decide(situation, day);
        tasks(debtor, plan, day);
        if (!plan.newlyExhausted().isEmpty()) {
            refer(debtor, plan, day);
        }
        boolean leaves = plan.notice().isPresent()
                && (!plan.notice().get().level().approval()
                        || isApproved(debtor, plan.notice().get(), happened));
        if (rests != null) {
            rests(debtor, plan, leaves, day);
        }
        listener.decided(situation, plan, leaves, day);
        if (!leaves) {
            return 0;
        }
        send(debtor, plan.notice().get(), day);
        return 1;
    }

    private void send(SimulatedDebtor debtor, Notice notice, LocalDate day) {
        List<String> numbers = numbers(
                debtor, notice.lines().stream().map(DunningDecision.Line::item).toList());
        debtor.sent(notice, day);
        String level = notice.level().name();
        List<SimulatedAction.Amount> amounts =
                notice.claims().stream().map(SimulatedAction.Amount::told).toList();
        tell(day, "notice", debtor, notice.procedure(), level, numbers, amounts, notice.reason());
        for (Claim claim : notice.claims()) {
            Money nothing = Money.zero(claim.currency());
            if (claim.fee().isPositive()) {
                tell(
                        day,
                        "fee",
                        debtor,
                        notice.procedure(),
                        level,
                        numbers,
                        List.of(SimulatedAction.Amount.of(claim.total(), claim.fee(), nothing)),
                        Reason.of("charge.fee", level));
                charge(debtor, ItemKind.FEE, chargeNumber("FEE", debtor, claim, day), claim.fee(), day);
            }
            if (claim.interest().isPositive()) {
                tell(
                        day,
                        "interest",
                        debtor,
                        notice.procedure(),
                        level,
                        numbers,
                        List.of(SimulatedAction.Amount.of(claim.total(), nothing, claim.interest())),
                        Reason.of("charge.interest", day));
                charge(debtor, ItemKind.INTEREST, chargeNumber("INT", debtor, claim, day), claim.interest(), day);
            }
        }
    }

    private void charge(SimulatedDebtor debtor, ItemKind kind, String number, Money amount, LocalDate day) {
        books.charge(debtor, kind, number, amount, day);
        debtor.charged(number);
    }

    private static String chargeNumber(String what, SimulatedDebtor debtor, Claim claim, LocalDate day) {
        return what + "-" + debtor.who.sourceId() + "-" + day + "-"
                + claim.currency().getCurrencyCode();
    }

    private void refer(SimulatedDebtor debtor, DebtorPlan plan, LocalDate day) {
        Map<String, Money> sums = new TreeMap<>();
        Set<ItemId> ids = new HashSet<>(plan.newlyExhausted());
        for (OpenItem item : debtor.account().openItems()) {
            if (ids.contains(item.id())) {
                sums.merge(item.open().currencyCode(), item.open(), Money::plus);
            }
        }
        Refer first = (Refer) plan.decisions().get(plan.newlyExhausted().get(0));
        debtor.referred(plan.newlyExhausted(), day);
        tell(
                day,
                "referral",
                debtor,
                plan.procedure(),
                null,
                numbers(debtor, plan.newlyExhausted()),
                sums.values().stream()
                        .map(sum ->
                                SimulatedAction.Amount.of(sum, Money.zero(sum.currency()), Money.zero(sum.currency())))
                        .toList(),
                first.reason());
    }

    /** A task of one occasion is made once; it may come again when the occasion does. */
    private void tasks(SimulatedDebtor debtor, DebtorPlan plan, LocalDate day) {
        Set<String> keys = new HashSet<>();
        for (PlannedTask task : plan.tasks()) {
            keys.add(task.key());
            if (debtor.openTasks.add(task.key())) {
                tell(day, "task", debtor, plan.procedure(), task.action(), List.of(), List.of(), task.text());
            }
        }
        debtor.openTasks.removeIf(key -> !key.startsWith("action:") && !keys.contains(key));
    }

    private void rests(SimulatedDebtor debtor, DebtorPlan plan, boolean leaves, LocalDate day) {
        plan.decisions().forEach((item, decision) -> {
            if (decision instanceof Refer || decision instanceof Notice && leaves) {
                return;
            }
            Reason reason = decision instanceof Notice notice
                    ? Reason.of("wait.approval", notice.level().name(), day)
                    : decision.reason();
            rests.accept(new SimulatedAction(
                    day,
                    decision instanceof Notice ? "wait" : decision.word(),
                    debtor.who.sourceId(),
                    plan.procedure(),
                    null,
                    numbers(debtor, List.of(item)),
                    List.of(),
                    reason));
        });
    }

    private static boolean isApproved(SimulatedDebtor debtor, Notice notice, List<Event> happened) {
        return happened.stream()
                .anyMatch(event -> event instanceof Event.Approve approval
                        && (approval.debtor() == null || approval.debtor().equals(debtor.who.sourceId()))
                        && (approval.level() == null
                                || approval.level().equals(notice.level().name())));
    }

    private void evening(Event event, LocalDate day) {
        if (event instanceof Event.DeliveryFailed failed) {
            attempt(event, () -> {
                SimulatedDebtor debtor = books.known(failed.debtor());
                List<String> charges = debtor.takeBackLast();
                if (charges == null) {
                    throw new Books.Refused("debtor '" + failed.debtor() + "' had no letter that could have failed");
                }
                books.uncharge(debtor, charges);
                if (failed.permanent()) {
                    debtor.loseContact();
                }
            });
        }
    }

    private void book(Event event) {
        attempt(event, () -> {
            if (event instanceof Event.Invoice invoice) {
                books.enter(invoice);
                erps.put(invoice.source(), event.on());
            } else if (event instanceof Event.CreditNote note) {
                books.enter(note);
                erps.put(note.source(), event.on());
            } else if (event instanceof Event.Receipt receipt) {
                banks.put("bank", event.on());
                books.book(receipt);
            } else if (event instanceof Event.Reversal reversal) {
                banks.put("bank", event.on());
                reopen(books.reverse(reversal), event.on());
            } else if (event instanceof Event.Hold hold) {
                books.hold(hold);
            } else if (event instanceof Event.Release release) {
                books.release(release);
            } else if (event instanceof Event.Cancel cancel) {
                books.cancel(cancel);
            }
        });
    }

    private void reopen(Collection<String> numbers, LocalDate day) {
        for (SimulatedDebtor debtor : books.debtors().values()) {
            List<String> told = numbers.stream()
                    .filter(number -> debtor.documents.getOrDefault(number, List.of()).stream()
                            .anyMatch(item -> debtor.history().knows(item.id())))
                    .sorted()
                    .toList();
            if (!told.isEmpty()) {
                tell(day, "reset", debtor, null, null, told, List.of(), Reason.of("reset.reopened", day));
            }
        }
    }

    private void attempt(Event event, Runnable booking) {
        try {
            booking.run();
        } catch (Books.Refused contradiction) {
            refused.accept(event, contradiction.getMessage());
        }
    }

    private static List<String> numbers(SimulatedDebtor debtor, List<ItemId> items) {
        List<String> numbers = new ArrayList<>();
        for (OpenItem item : debtor.account().openItems()) {
            if (items.contains(item.id()) && !numbers.contains(item.number())) {
                numbers.add(item.number());
            }
        }
        return numbers;
    }

    private void tell(
            LocalDate on,
            String action,
            SimulatedDebtor debtor,
            String procedure,
            String level,
            List<String> items,
            List<SimulatedAction.Amount> amounts,
            Reason reason) {
        actions.accept(
                new SimulatedAction(on, action, debtor.who.sourceId(), procedure, level, items, amounts, reason));
    }
}
