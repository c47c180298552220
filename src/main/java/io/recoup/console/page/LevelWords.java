package io.recoup.console.page;

import io.recoup.dunning.policy.Charges;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Trigger;
import io.recoup.dunning.policy.Wording;
import io.recoup.mail.LetterText;
import java.util.ArrayList;
import java.util.List;

/** A level of a procedure as one reads it. */
final class LevelWords {

    private LevelWords() {}

    /** @param more fee, interest, attachments and what else sets it apart */
    record Line(String name, Phrase when, List<Phrase> more, boolean approval) {}

    static Line of(Level level) {
        List<Phrase> more = new ArrayList<>();
        if (level.isRepeated()) {
            more.add(
                    level.times() == 0
                            ? Phrase.of("step.repeats.ever", level.repeatEveryDays())
                            : Phrase.of("step.repeats", level.repeatEveryDays(), level.times()));
        }
        if (level.perItem()) {
            more.add(Phrase.of("step.perItem"));
        }
        if (!level.minimum().isEmpty()) {
            more.add(Phrase.of("step.minimum", List.copyOf(level.minimum().values())));
        }
        more.addAll(charges(level.charges()));
        more.addAll(wording(level.wording()));
        more.add(Phrase.of("step.reply", level.replyWithinDays()));
        return new Line(level.name(), when(level.trigger()), more, level.approval());
    }

    static Phrase when(Trigger trigger) {
        if (trigger instanceof Trigger.FromDue due) {
            return due.days() == 0
                    ? Phrase.of("step.onDue")
                    : Phrase.of(due.days() < 0 ? "step.beforeDue" : "step.afterDue", Math.abs(due.days()));
        }
        if (trigger instanceof Trigger.FromIssue issue) {
            return issue.days() == 0 ? Phrase.of("step.onIssue") : Phrase.of("step.afterIssue", issue.days());
        }
        if (trigger instanceof Trigger.AfterPrevious previous) {
            return Phrase.of("step.afterPrevious", previous.days());
        }
        return sendDays(((Trigger.OnSendDays) trigger).days().toString());
    }

    /** @param days as written: {@code 5, last} */
    static Phrase sendDays(String days) {
        List<Object> told = new ArrayList<>();
        for (String day : days.split(", ")) {
            told.add(day.equals("last") ? Phrase.of("step.lastDay") : Phrase.plain(day + "."));
        }
        return Phrase.of("step.sendDays", told);
    }

    private static List<Phrase> charges(Charges charges) {
        List<Phrase> told = new ArrayList<>();
        if (!charges.fee().isEmpty()) {
            told.add(Phrase.of("step.fee", List.copyOf(charges.fee().values())));
        }
        if (charges.feePercent() != null) {
            told.add(Phrase.of("step.fee.percent", charges.feePercent()));
        }
        if (charges.feeByPack()) {
            told.add(Phrase.of("step.fee.pack"));
        }
        if (charges.fixedSumByPack()) {
            told.add(Phrase.of("step.fixedSum"));
        }
        if (charges.yearlyPercent() != null) {
            told.add(Phrase.of("step.interest", charges.yearlyPercent()));
        }
        if (charges.interestByPack()) {
            told.add(Phrase.of("step.interest.pack"));
        }
        return told;
    }

    static List<Phrase> wording(Wording wording) {
        List<Phrase> told = new ArrayList<>();
        told.add(
                wording.text() instanceof LetterText.Template template
                        ? Phrase.of("step.template", template.name())
                        : Phrase.of("step.ownWords"));
        if (wording.statement()) {
            told.add(Phrase.of("step.attach.statement"));
        }
        if (wording.invoices()) {
            told.add(Phrase.of("step.attach.invoices"));
        }
        if (wording.file() != null) {
            told.add(Phrase.of("step.attach.file", wording.file().getFileName()));
        }
        if (!wording.to().isEmpty()) {
            told.add(Phrase.of("step.to", String.join(", ", wording.to())));
        }
        if (!wording.cc().isEmpty() || wording.ccAgent()) {
            List<Object> copies = new ArrayList<>(wording.cc());
            if (wording.ccAgent()) {
                copies.add(Phrase.of("step.cc.agent"));
            }
            told.add(Phrase.of("step.cc", copies));
        }
        return told;
    }
}
