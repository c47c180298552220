package io.recoup.dunning.simulation;

import io.recoup.calendar.SendDays;
import io.recoup.dunning.policy.Action;
import io.recoup.dunning.policy.Creditor;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.Restrictions;
import io.recoup.dunning.policy.Trigger;
import io.recoup.dunning.simulation.OwnBooks.Debtor;
import io.recoup.dunning.simulation.OwnBooks.Doc;
import io.recoup.dunning.simulation.OwnBooks.Told;
import io.recoup.money.Money;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may be asked of a debtor on a day, and under which procedure, worked out a second time. */
record OwnClaims(Debtor debtor, Policy policy, LocalDate day, Set<Doc> all, Set<Doc> covered, Procedure procedure) {

    static OwnClaims of(Debtor debtor, Policy policy, LocalDate day) {
        OwnClaims nothing = new OwnClaims(debtor, policy, day, Set.of(), Set.of(), null);
        List<Doc> asked = new ArrayList<>();
        for (Doc doc : debtor.open()) {
            if (nothing.whyNot(doc) == null) {
                asked.add(doc);
            }
        }
        Set<Doc> covered = covered(debtor, policy.creditor().netting(), asked);
        Set<Doc> all = new HashSet<>(asked);
        all.removeAll(covered);
        return new OwnClaims(debtor, policy, day, all, covered, procedure(debtor, policy));
    }

    /** The beginning of the reason's code; null = it may be asked for. */
    String whyNot(Doc doc) {
        Creditor creditor = policy.creditor();
        Money tolerated = creditor.tolerance().get(doc.currency);
        if (doc.kind.equals("credit_note")) {
            return "rest.credit-note";
        }
        if (doc.isCharge()) {
            return "rest.charge";
        }
        if (debtor.isHeld(doc, day)) {
            return "rest.held";
        }
        if (creditor.start().past() != null
                && doc.dueOn.isBefore(creditor.start().past())) {
            return "rest.before-start";
        }
        if (tolerated != null && doc.open <= tolerated.minor()) {
            return "rest.tolerance";
        }
        return covered.contains(doc) ? "rest.covered" : null;
    }

    private static Set<Doc> covered(Debtor debtor, Creditor.Netting netting, List<Doc> asked) {
        Map<String, Long> left = new HashMap<>();
        Map<String, Long> sums = new HashMap<>();
        for (Doc doc : asked) {
            left.put(doc.currency, debtor.credit(doc.currency));
            sums.merge(doc.currency, doc.open, Long::sum);
        }
        Set<Doc> covered = new HashSet<>();
        for (Doc doc : oldestFirst(asked)) {
            long credit = left.get(doc.currency);
            boolean covers = netting == Creditor.Netting.ITEMS ? doc.open <= credit : sums.get(doc.currency) <= credit;
            if (covers) {
                covered.add(doc);
                left.put(doc.currency, netting == Creditor.Netting.ITEMS ? credit - doc.open : credit);
            }
        }
        return covered;
    }

    /** What of the debtor's credit falls to these documents of one currency, when what he owes is paid oldest first. */
    long credit(List<Doc> told) {
        String currency = told.get(0).currency;
        long before = 0;
        long credit = 0;
        for (Doc doc : oldestFirst(all)) {
            if (doc.currency.equals(currency)) {
                long left = Math.max(0, debtor.credit(currency) - before);
                credit += told.contains(doc) ? Math.min(left, doc.open) : 0;
                before += doc.open;
            }
        }
        return credit;
    }

    private static List<Doc> oldestFirst(Collection<Doc> docs) {
        return docs.stream()
                .sorted(Comparator.comparing((Doc doc) -> doc.dueOn).thenComparing(doc -> doc.place))
                .toList();
    }

    private static Procedure procedure(Debtor debtor, Policy policy) {
        List<Procedure> mine = new ArrayList<>();
        Procedure general = null;
        for (Procedure procedure : policy.procedures()) {
            if (procedure.segment() == null) {
                general = procedure;
            } else if (debtor.tags.contains(procedure.segment())) {
                mine.add(procedure);
            }
        }
        return mine.size() > 1 ? null : mine.isEmpty() ? general : mine.get(0);
    }

    boolean isGivenUpEarly(Doc doc, Restrictions law) {
        Told last = OwnLadder.last(doc, procedure);
        return procedure.referral() != null
                && procedure.referral().pastDueDays() > 0
                && last != null
                && (procedure.last().repeatEveryDays() > 0
                        || OwnLadder.day(procedure.last(), doc, null).isAfter(doc.dueOn))
                && OwnLadder.place(last, procedure.levels())
                        == procedure.levels().size() - 1
                && ChronoUnit.DAYS.between(doc.dueOn, day)
                        >= Math.max(procedure.referral().pastDueDays(), law.minDaysBeforeReferral());
    }

    boolean isBeforeStart(Doc doc, Level level) {
        LocalDate start = policy.creditor().start().issued();
        return start != null
                && level.trigger() instanceof Trigger.FromIssue
                && level.repeatEveryDays() == 0
                && !OwnLadder.day(level, doc, null).isAfter(doc.dueOn)
                && doc.issuedOn.isBefore(start);
    }

    /** Whether that day is one of the action's, and the debtor one of those it is for. */
    boolean isOn(Action action, LocalDate on) {
        SendDays days = action.days();
        boolean its = days == null ? on.equals(action.on()) : OwnLadder.isSendDay(days, on);
        boolean inDebt = all.stream().anyMatch(doc -> doc.dueOn.isBefore(on));
        boolean needsDebt = action.onlyInDebt() || action.type() == Action.Type.DEBT_NOTICE;
        boolean segment = action.segment() == null
                || (action.segment().equals("aged")
                        ? debtor.open().stream()
                                .anyMatch(doc ->
                                        !doc.kind.equals("credit_note") && ChronoUnit.DAYS.between(doc.dueOn, on) >= 30)
                        : debtor.tags.contains(action.segment()));
        return its && segment && (!needsDebt || inDebt);
    }
}
