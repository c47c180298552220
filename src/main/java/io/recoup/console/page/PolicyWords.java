package io.recoup.console.page;

import io.recoup.dunning.policy.Action;
import io.recoup.dunning.policy.Creditor;
import io.recoup.dunning.policy.Policy;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.ReferralRule;
import io.recoup.dunning.policy.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A policy as one reads it. */
final class PolicyWords {

    private PolicyWords() {}

    /** @param segment whose debtors it is for; null = debtors by name, or everybody else */
    record ProcedureText(
            String name, Phrase appliesTo, String segment, List<LevelWords.Line> levels, List<Phrase> more) {}

    record SegmentText(String name, List<Phrase> conditions) {}

    /** @param next its next day, today included; null = none any more */
    record ActionText(String name, String type, String segment, Phrase when, LocalDate next, List<Phrase> more) {}

    static List<Phrase> creditor(Creditor creditor) {
        List<Phrase> told = new ArrayList<>();
        told.add(Phrase.of("creditor.term", creditor.termDays()));
        told.add(Phrase.of("creditor.zone", creditor.zone()));
        told.add(Phrase.of(
                "creditor.workdays",
                List.copyOf(creditor.calendar().workingDays().stream().sorted().toList())));
        if (creditor.start().past() != null) {
            told.add(Phrase.of("creditor.start", creditor.start().past()));
        }
        if (creditor.start().issued() != null) {
            told.add(Phrase.of("creditor.startIssued", creditor.start().issued()));
        }
        if (!creditor.tolerance().isEmpty()) {
            told.add(Phrase.of(
                    "creditor.tolerance", List.copyOf(creditor.tolerance().values())));
        }
        told.add(Phrase.of(
                creditor.netting() == Creditor.Netting.TOTAL ? "creditor.netting.total" : "creditor.netting.items"));
        told.add(fresh("creditor.fresh.bank", creditor.fresh().bank()));
        told.add(fresh("creditor.fresh.erp", creditor.fresh().erp()));
        told.add(
                creditor.fuse().times() == 0
                        ? Phrase.of("creditor.fuse.off")
                        : Phrase.of(
                                "creditor.fuse",
                                creditor.fuse().times(),
                                creditor.fuse().atLeast()));
        return told;
    }

    private static Phrase fresh(String key, int days) {
        return days < 0 ? Phrase.of(key + ".off") : Phrase.of(key, days);
    }

    static List<ProcedureText> procedures(Policy policy) {
        return policy.procedures().stream().map(PolicyWords::procedure).toList();
    }

    private static ProcedureText procedure(Procedure procedure) {
        List<Phrase> more = new ArrayList<>();
        more.add(Phrase.of("procedure.gap", procedure.minimumGapDays()));
        ReferralRule referral = procedure.referral();
        if (referral != null) {
            more.add(Phrase.of("procedure.referral", referral.afterDays()));
            if (referral.pastDueDays() > 0) {
                more.add(Phrase.of("procedure.referral.pastDue", referral.pastDueDays()));
            }
            more.add(
                    referral.automaticUpTo() == null
                            ? Phrase.of("procedure.referral.person")
                            : Phrase.of("procedure.referral.automatic", referral.automaticUpTo()));
        } else {
            more.add(Phrase.of("procedure.noReferral"));
        }
        more.add(Phrase.of("procedure.coolDown", procedure.reopening().coolDownDays()));
        Phrase appliesTo = procedure.segment() != null
                ? Phrase.of("procedure.segment", procedure.segment())
                : procedure.debtors().isEmpty()
                        ? Phrase.of("procedure.everybody")
                        : Phrase.of("procedure.debtors", String.join(", ", procedure.debtors()));
        return new ProcedureText(
                procedure.name(),
                appliesTo,
                procedure.segment(),
                procedure.levels().stream().map(LevelWords::of).toList(),
                more);
    }

    static List<SegmentText> segments(Policy policy) {
        return policy.segments().stream()
                .map(segment -> new SegmentText(segment.name(), conditions(segment)))
                .toList();
    }

    static List<Phrase> conditions(Segment segment) {
        List<Phrase> told = new ArrayList<>();
        listed(told, "segment.debtors", segment.debtors());
        listed(told, "segment.types", segment.types());
        listed(told, "segment.categories", segment.categories());
        listed(told, "segment.tags", segment.tags());
        listed(told, "segment.countries", segment.countries());
        listed(told, "segment.languages", segment.languages());
        listed(told, "segment.currencies", segment.currencies());
        listed(told, "segment.agents", segment.agents());
        if (!segment.text().isEmpty()) {
            told.add(Phrase.of("segment.text", segment.text()));
        }
        if (segment.inDebt()) {
            told.add(Phrase.of("segment.inDebt"));
        }
        if (!segment.overdue().isEmpty()) {
            told.add(Phrase.of("segment.overdue", List.copyOf(segment.overdue().values())));
        }
        span(told, "segment.pastDue", segment.daysPastDue());
        span(told, "segment.sinceIssue", segment.daysSinceIssue());
        if (segment.noActionYet()) {
            told.add(Phrase.of("segment.noActionYet"));
        }
        if (segment.notCalledForDays() > 0) {
            told.add(Phrase.of("segment.notCalled", segment.notCalledForDays()));
        }
        return told.isEmpty() ? List.of(Phrase.of("segment.everybody")) : told;
    }

    private static void listed(List<Phrase> told, String key, Collection<String> any) {
        if (!any.isEmpty()) {
            told.add(Phrase.of(key, String.join(", ", any.stream().sorted().toList())));
        }
    }

    private static void span(List<Phrase> told, String key, Segment.Span span) {
        if (!span.isAny()) {
            told.add(
                    span.most() == null
                            ? Phrase.of(key + ".from", span.least())
                            : Phrase.of(key, span.least() == null ? 0 : span.least(), span.most()));
        }
    }

    static List<ActionText> actions(Policy policy, LocalDate today) {
        return policy.actions().stream().map(action -> action(action, today)).toList();
    }

    private static ActionText action(Action action, LocalDate today) {
        List<Phrase> more = new ArrayList<>();
        if (action.task() != null) {
            more.add(Phrase.plain(action.task().text()));
        }
        if (action.wording() != null) {
            more.addAll(LevelWords.wording(action.wording()));
        }
        if (action.onlyInDebt()) {
            more.add(Phrase.of("segment.inDebt"));
        }
        return new ActionText(
                action.name(),
                action.type().name().toLowerCase(java.util.Locale.ROOT),
                action.segment(),
                action.on() != null
                        ? Phrase.of("action.once", action.on())
                        : LevelWords.sendDays(action.days().toString()),
                action.nextAfter(today.minusDays(1)),
                more);
    }
}
