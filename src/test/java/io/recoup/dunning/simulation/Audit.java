package io.recoup.dunning.simulation;

import io.recoup.dunning.plan.Claim;
import io.recoup.dunning.plan.DebtorPlan;
import io.recoup.dunning.plan.DunningDecision;
import io.recoup.dunning.plan.DunningDecision.Notice;
import io.recoup.dunning.plan.DunningDecision.Refer;
import io.recoup.dunning.plan.DunningDecision.Wait;
import io.recoup.dunning.plan.Planner;
import io.recoup.dunning.plan.Reason;
import io.recoup.dunning.plan.Situation;
import io.recoup.dunning.policy.Action;
import io.recoup.dunning.policy.Creditor.Netting;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.dunning.policy.Trigger;
import io.recoup.dunning.simulation.OwnBooks.Debtor;
import io.recoup.dunning.simulation.OwnBooks.Doc;
import io.recoup.dunning.simulation.OwnBooks.Told;
import io.recoup.receivables.DebtorAccount;
import io.recoup.receivables.ItemId;
import io.recoup.receivables.OpenItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Looks over the planner's shoulder with books of its own, and books the letters that leave. */
final class Audit implements Simulation.Listener {

    private static final List<Locale> READERS =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.ITALIAN, Locale.GERMAN);
    private static final Set<String> AT_THE_END = Set.of("rest.end", "wait.referral");
    private static final Set<String> NOT_YET = Set.of("wait.level", "wait.cool-down", "rest.end");
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private final OwnBooks books;
    private final Map<String, Look> looks = new HashMap<>();
    private final boolean asksSources;
    private Policy policy;
    long decisions;
    long letters;
    long referrals;

    /** When the daily run would look at a debtor again though its open items and holds have not changed. */
    private record Look(
            LocalDate on,
            List<OpenItem> items,
            List<DebtorAccount.Hold> holds,
            Map<ItemId, LocalDate> reopened,
            Policy policy,
            LocalDate again,
            Map<ItemId, DunningDecision> answers) {}

    Audit(OwnBooks books, Policy policy, boolean asksSources) {
        this.books = books;
        this.policy = policy;
        this.asksSources = asksSources;
    }

    void goOnUnder(Policy other) {
        policy = other;
    }

    void forget(Debtor debtor) {
        looks.remove(debtor.id);
    }

    @Override
    public void decided(Situation situation, DebtorPlan plan, boolean leaves, LocalDate day) {
        Debtor debtor = books.debtors.get(situation.account().who().sourceId());
        try {
            Map<ItemId, Doc> docs = sameBooks(situation, debtor);
            OwnClaims claims = OwnClaims.of(debtor, policy, day);
            Procedure procedure = claims.procedure();
            check(plan.decisions().keySet().equals(docs.keySet()), "not one decision an item");
            Map<Doc, OwnLadder.Next> ready = new HashMap<>();
            plan.decisions().forEach((item, decision) -> {
                told(decision, day);
                explained(docs.get(item), decision, claims, procedure, ready, plan, day);
            });
            decisions += docs.size();
            Notice notice = plan.notice().orElse(null);
            if (notice == null) {
                nothingForgotten(debtor, claims, procedure, ready, plan, docs, day);
            } else {
                allowed(debtor, notice, docs, claims, day);
                if (notice.procedure().equals(Action.PROCEDURE)) {
                    ofAction(debtor, notice, docs, claims, day);
                } else {
                    ofLevel(debtor, notice, docs, procedure, ready, plan, day);
                }
            }
            wouldLook(situation, plan, leaves, debtor, day);
            plan.decisions().forEach((item, decision) -> {
                Doc doc = docs.get(item);
                LocalDate before = debtor.referred.get(doc.number + "/" + doc.part);
                boolean again = doc.reopenedOn != null && before != null && !before.isAfter(doc.reopenedOn);
                boolean due = decision instanceof Refer && (before == null || again);
                check(
                        plan.newlyExhausted().contains(item) == due,
                        () -> (due ? "not referred: " : "referred twice: ") + doc);
                if (due) {
                    debtor.referred.put(doc.number + "/" + doc.part, day);
                    referrals++;
                }
            });
            if (leaves) {
                book(debtor, notice, docs, day);
            }
        } catch (Violation violation) {
            throw new AssertionError(day + " debtor " + debtor.id + ": " + violation.getMessage() + "\n  docs "
                    + debtor.open() + "\n  unapplied " + debtor.unapplied + " letters " + debtor.letters
                    + "\n  decisions " + plan.decisions() + "\n  policy " + policy.procedures() + "\n  " + policy.own()
                    + "\n  netting " + policy.creditor().netting() + " actions " + policy.actions());
        }
    }

    /** Amounts, dates and number of the open items are ours. */
    private static Map<ItemId, Doc> sameBooks(Situation situation, Debtor debtor) {
        List<Doc> open = debtor.open();
        Map<ItemId, Doc> docs = new HashMap<>();
        check(open.size() == situation.account().openItems().size(), "not as many open items as in our books");
        Map<String, Doc> byName = new HashMap<>();
        open.forEach(doc -> byName.put(doc.number + "/" + doc.part, doc));
        for (OpenItem item : situation.account().openItems()) {
            Doc doc = byName.get(item.number() + "/" + item.instalment());
            check(
                    doc != null
                            && doc.open == item.open().minor()
                            && doc.dueOn.equals(item.dueOn())
                            && doc.issuedOn.equals(item.issuedOn()),
                    () -> "the books differ at " + item);
            docs.put(item.id(), doc);
        }
        return docs;
    }

    private static void told(DunningDecision decision, LocalDate day) {
        Reason reason = decision.reason();
        if (TOLD.add(reason.code())) {
            for (Locale reader : READERS) {
                check(
                        !reason.in(reader).isBlank() && !reason.in(reader).startsWith(reason.code()),
                        () -> "no words in " + reader + " for " + reason.code());
            }
        }
        LocalDate next = decision.nextOn();
        check(next == null || !next.isBefore(day), () -> "its next day is past: " + decision);
        check(!(decision instanceof Wait) || next.isAfter(day), () -> "waits for today: " + decision);
    }

    private void explained(
            Doc doc,
            DunningDecision decision,
            OwnClaims claims,
            Procedure procedure,
            Map<Doc, OwnLadder.Next> ready,
            DebtorPlan plan,
            LocalDate day) {
        String code = decision.reason().code();
        if (!claims.all().contains(doc)) {
            check(
                    decision.word().equals("rest") && code.startsWith(claims.whyNot(doc)),
                    () -> "ought to rest (" + claims.whyNot(doc) + "): " + doc + " " + decision);
            return;
        }
        if (procedure == null) {
            check(code.equals("rest.two-procedures"), () -> "two procedures, yet " + decision);
            return;
        }
        boolean ofAction =
                decision instanceof Notice notice && notice.procedure().equals(Action.PROCEDURE);
        if (procedure.levels().isEmpty()) {
            check(ofAction || code.equals("rest.no-levels"), () -> "no levels, yet " + decision);
            return;
        }
        Restrictions law = law();
        if (claims.isGivenUpEarly(doc, law)) {
            check(decision instanceof Refer, () -> "ought to be given up: " + doc + " " + decision);
            return;
        }
        OwnLadder.Next next = OwnLadder.next(doc, procedure, law.minDaysBeforeFirst(), day);
        if (next.position() < 0) {
            check(
                    ofAction || decision instanceof Refer || AT_THE_END.contains(code),
                    () -> "no level left of " + doc + ", yet " + decision);
            check(
                    !(decision instanceof Refer) || !day.isBefore(doc.dueOn.plusDays(law.minDaysBeforeReferral())),
                    "referred too soon");
        } else if (claims.isBeforeStart(doc, procedure.levels().get(next.position()))) {
            check(ofAction || code.equals("rest.issued-before-start"), () -> "issued before the start: " + decision);
        } else if (next.on().isAfter(day)) {
            check(
                    ofAction
                            || decision instanceof Wait wait
                                    && (wait.until().equals(next.on()) || code.equals("wait.referral-first")),
                    () -> "ought to wait until " + next.on() + ": " + doc + " " + decision);
        } else {
            ready.put(doc, next);
            check(
                    !(decision instanceof Refer) && !NOT_YET.contains(code),
                    () -> next + " has come for " + doc + ", yet " + decision);
        }
    }

    /** A letter has come, nothing hinders it, and yet none leaves. */
    private void nothingForgotten(
            Debtor debtor,
            OwnClaims claims,
            Procedure procedure,
            Map<Doc, OwnLadder.Next> ready,
            DebtorPlan plan,
            Map<ItemId, Doc> docs,
            LocalDate day) {
        if (procedure == null || isHindered(debtor, procedure.minimumGapDays(), ready.keySet(), day)) {
            return;
        }
        docs.forEach((item, doc) -> {
            OwnLadder.Next next = ready.get(doc);
            String code = plan.decisions().get(item).reason().code();
            check(
                    next == null
                            || code.equals("wait.minimum")
                                    && !procedure
                                            .levels()
                                            .get(next.position())
                                            .minimum()
                                            .isEmpty()
                            || code.equals("rest.covered") && policy.creditor().netting() == Netting.TOTAL,
                    () -> "forgotten: " + next + " of " + doc);
        });
        if (!isHindered(debtor, procedure.minimumGapDays(), claims.all(), day)) {
            for (Action action : policy.actions()) {
                check(
                        action.type() == Action.Type.TASK
                                || !claims.isOn(action, day)
                                || day.equals(debtor.served.get(action.name())),
                        () -> "forgotten: " + action.name());
            }
        }
    }

    private boolean isHindered(Debtor debtor, int gap, Set<Doc> told, LocalDate day) {
        return !debtor.reachable || isTooSoon(debtor, gap, day) || !isOpen(day) || isStale(told, day);
    }

    private boolean isTooSoon(Debtor debtor, int gap, LocalDate day) {
        LocalDate last = debtor.lastContact();
        Restrictions law = law();
        return last != null
                && (day.isBefore(last.plusDays(Math.max(gap, law.minGapDays())))
                        || law.caps().stream()
                                .anyMatch(cap -> debtor.letters.stream()
                                                .filter(letter -> letter.on()
                                                        .isAfter(day.minusDays(
                                                                cap.value().withinDays())))
                                                .count()
                                        >= cap.value().count()));
    }

    private boolean isOpen(LocalDate day) {
        return policy.creditor().calendar().isBusinessDay(day);
    }

    private boolean isStale(Set<Doc> told, LocalDate day) {
        if (!asksSources) {
            return false;
        }
        int bank = policy.creditor().fresh().bank();
        int erp = policy.creditor().fresh().erp();
        return bank >= 0 && (books.bank == null || age(books.bank, day) > bank)
                || erp >= 0 && told.stream().anyMatch(doc -> age(books.erps.get(doc.source), day) > erp);
    }

    private int age(LocalDate since, LocalDate day) {
        int age = 0;
        for (LocalDate on = since.plusDays(1); !on.isAfter(day); on = on.plusDays(1)) {
            age += isOpen(on) ? 1 : 0;
        }
        return age;
    }

    /** I1, and one letter a day with its gap. */
    private void allowed(Debtor debtor, Notice notice, Map<ItemId, Doc> docs, OwnClaims claims, LocalDate day) {
        List<Doc> told =
                notice.lines().stream().map(line -> docs.get(line.item())).toList();
        check(claims.procedure() != null, "two procedures, yet a letter");
        check(
                !isHindered(debtor, claims.procedure().minimumGapDays(), Set.copyOf(told), day),
                "hindered, yet a letter");
        for (Doc doc : told) {
            check(
                    doc != null && claims.all().contains(doc),
                    () -> "told, though " + (doc == null ? "unknown" : claims.whyNot(doc)));
        }
        Map<String, List<Doc>> byCurrency = new HashMap<>();
        told.forEach(doc -> byCurrency
                .computeIfAbsent(doc.currency, any -> new ArrayList<>())
                .add(doc));
        check(notice.claims().size() == byCurrency.size(), "not one claim a currency");
        for (Claim claim : notice.claims()) {
            List<Doc> of = byCurrency.get(claim.currency().getCurrencyCode());
            OwnMoney own = OwnMoney.of(debtor, of, notice.level().charges(), law(), day);
            long credit = policy.creditor().netting() == Netting.TOTAL ? claims.credit(of) : 0;
            check(
                    claim.total().minor() == own.total()
                            && claim.fee().minor() == own.fee()
                            && claim.interest().minor() == own.interest()
                            && claim.earlierFees().minor() == own.earlierFees()
                            && claim.earlierInterest().minor() == own.earlierInterest()
                            && claim.credit().minor() == credit
                            && claim.fixedSums().stream()
                                    .map(docs::get)
                                    .collect(java.util.stream.Collectors.toSet())
                                    .equals(own.sums()),
                    () -> "asks for " + claim + ", not for " + own + " less " + credit);
            check(credit < own.total(), "asks for nothing: covered by credit");
        }
    }

    private void ofAction(Debtor debtor, Notice notice, Map<ItemId, Doc> docs, OwnClaims claims, LocalDate day) {
        Action action = policy.action(notice.level().name()).orElseThrow(() -> new Violation("no such action"));
        int number = notice.occurrence();
        LocalDate on = LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
        check(!on.isAfter(day) && on.plusDays(5).isAfter(day.minusDays(1)), () -> "action of another day: " + on);
        check(claims.isOn(action, on), "action for somebody else");
        check(
                debtor.served.get(action.name()) == null
                        || debtor.served.get(action.name()).isBefore(on),
                "action served twice");
        check(
                notice.lines().size()
                        == (action.type() == Action.Type.MESSAGE
                                ? 0
                                : claims.all().size()),
                "not the statement of the moment");
    }

    private void ofLevel(
            Debtor debtor,
            Notice notice,
            Map<ItemId, Doc> docs,
            Procedure procedure,
            Map<Doc, OwnLadder.Next> ready,
            DebtorPlan plan,
            LocalDate day) {
        int position = procedure.levels().indexOf(notice.level());
        check(procedure.name().equals(notice.procedure()) && position >= 0, "another procedure's letter");
        check(
                !notice.lines().isEmpty()
                        && (!notice.level().perItem() || notice.lines().size() == 1),
                "number of items");
        Map<String, Long> sums = new HashMap<>();
        for (DunningDecision.Line line : notice.lines()) {
            Doc doc = docs.get(line.item());
            OwnLadder.Next next = ready.get(doc);
            check(next != null && next.position() == position, () -> "another level is next: " + next + " of " + doc);
            check(
                    doc.told.stream()
                            .noneMatch(told -> told.procedure().equals(notice.procedure())
                                    && told.level().equals(notice.level().name())
                                    && told.occurrence() >= line.occurrence()),
                    () -> "told twice: " + line + " of " + doc);
            sums.merge(doc.currency, doc.open, Long::sum);
        }
        notice.level()
                .minimum()
                .forEach((currency, least) ->
                        check(sums.getOrDefault(currency, Long.MAX_VALUE) >= least.minor(), "below the minimum"));
        docs.forEach((item, doc) -> {
            OwnLadder.Next next = ready.get(doc);
            check(
                    next == null
                            || next.position() <= position
                            || plan.decisions().get(item).reason().code().matches("wait.minimum|rest.covered"),
                    "a higher level was to go first");
        });
    }

    /**
     * The daily run leaves out debtors whose items and holds are as they were until the day it was told, unless a letter
     * that it planned has stayed.
     */
    private void wouldLook(Situation situation, DebtorPlan plan, boolean leaves, Debtor debtor, LocalDate day) {
        if (policy.procedures().size() > 1 || !policy.actions().isEmpty()) {
            return;
        }
        Look look = looks.get(debtor.id);
        List<OpenItem> items = situation.account().openItems();
        List<DebtorAccount.Hold> holds = situation.account().holds();
        Map<ItemId, LocalDate> reopened = situation.account().reopened();
        boolean looked = look == null
                || look.policy() != policy
                || look.on().equals(day)
                || look.again() != null && !day.isBefore(look.again())
                || !look.items().equals(items)
                || !look.holds().equals(holds)
                || !look.reopened().equals(reopened);
        check(
                looked || plan.notice().isEmpty() && plan.newlyExhausted().isEmpty(),
                () -> "nobody would have looked from " + look.on() + " until " + look.again() + " at "
                        + plan.notice() + plan.newlyExhausted() + ", then "
                        + plan.newlyExhausted().stream()
                                .map(look.answers()::get)
                                .toList());
        if (looked) {
            LocalDate again = new Planner(policy).look(situation, day).againOn();
            looks.put(debtor.id, new Look(day, items, holds, reopened, policy, again, plan.decisions()));
        }
        if (plan.notice().isPresent() && !leaves) {
            forget(debtor);
        }
    }

    private void book(Debtor debtor, Notice notice, Map<ItemId, Doc> docs, LocalDate day) {
        letters++;
        Level level = notice.level();
        List<Doc> told =
                notice.lines().stream().map(line -> docs.get(line.item())).toList();
        for (DunningDecision.Line line : notice.lines()) {
            Doc doc = docs.get(line.item());
            boolean sum =
                    notice.claims().stream().anyMatch(claim -> claim.fixedSums().contains(line.item()));
            int days = level.trigger() instanceof Trigger.FromDue due ? due.days() : 0;
            boolean interest = level.charges().yearlyPercent() != null;
            doc.told.add(new Told(notice.procedure(), level.name(), days, line.occurrence(), day, interest, sum));
        }
        boolean ofAction = notice.procedure().equals(Action.PROCEDURE);
        List<String> charges = new ArrayList<>();
        for (Claim claim : notice.claims()) {
            charge(debtor, "fee", "FEE", claim.fee().minor(), claim, charges, day);
            charge(debtor, "interest", "INT", claim.interest().minor(), claim, charges, day);
        }
        LocalDate before = ofAction ? debtor.served.get(level.name()) : null;
        debtor.letters.add(new OwnBooks.Letter(day, told, ofAction ? level.name() : null, before, charges));
        if (ofAction) {
            int number = notice.occurrence();
            debtor.served.put(level.name(), LocalDate.of(number / 10_000, number / 100 % 100, number % 100));
        }
    }

    private void charge(
            Debtor debtor, String kind, String prefix, long amount, Claim claim, List<String> charges, LocalDate day) {
        if (amount > 0) {
            String currency = claim.currency().getCurrencyCode();
            String number = prefix + "-" + debtor.id + "-" + day + "-" + currency;
            Doc doc = books.enter(debtor, number, 0, kind, "recoup", currency, amount);
            doc.issuedOn = day;
            doc.dueOn = day;
            charges.add(number);
        }
    }

    private Restrictions law() {
        return policy.restrictionsFor("GB", null, LocalDate.MAX);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(otherwise);
        }
    }

    private static void check(boolean holds, Supplier<String> otherwise) {
        if (!holds) {
            throw new Violation(otherwise.get());
        }
    }

    static final class Violation extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Violation(String message) {
            super(message, null, false, false);
        }
    }
}
