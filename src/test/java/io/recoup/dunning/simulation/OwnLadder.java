package io.recoup.dunning.simulation;

import io.recoup.calendar.SendDays;
import io.recoup.dunning.policy.Level;
import io.recoup.dunning.policy.Procedure;
import io.recoup.dunning.policy.Trigger;
import io.recoup.dunning.simulation.OwnBooks.Doc;
import io.recoup.dunning.simulation.OwnBooks.Told;
import java.time.LocalDate;
import java.util.List;

/** Which letter about a document must be next, and from when, worked out a second time. */
final class OwnLadder {

    private OwnLadder() {}

    /** @param position −1 = no letter is left */
    record Next(int position, LocalDate on) {
        static final Next NONE = new Next(-1, null);
    }

    static Next next(Doc doc, Procedure procedure, int daysBeforeFirst, LocalDate day) {
        List<Level> levels = procedure.levels();
        Told last = last(doc, procedure);
        int reached = last == null ? -1 : place(last, levels);
        if (reached >= 0 && levels.get(reached).repeatEveryDays() > 0) {
            return again(doc, procedure, last, reached, daysBeforeFirst, day);
        }
        int start = reached + 1;
        if (reached < 0 && doc.reopenedOn != null) {
            start = afterReversal(procedure);
        }
        for (int i = start; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean courtesy =
                    level.repeatEveryDays() == 0 && !day(level, doc, null).isAfter(doc.dueOn);
            boolean passed =
                    day.isAfter(doc.dueOn) || i + 1 < levels.size() && !day.isBefore(day(levels.get(i + 1), doc, null));
            if (courtesy && passed) {
                continue;
            }
            LocalDate on = day(level, doc, last == null ? null : last.on());
            if (last != null) {
                on = later(on, last.on().plusDays(reached < 0 ? 1 : distance(levels.get(reached), level)));
            } else if (doc.reopenedOn != null) {
                on = later(on, doc.reopenedOn.plusDays(procedure.reopening().coolDownDays()));
            }
            if (courtesy
                    && (on.isAfter(doc.dueOn)
                            || i + 1 < levels.size() && !on.isBefore(day(levels.get(i + 1), doc, null)))) {
                continue;
            }
            on = lawful(on, doc, daysBeforeFirst, day);
            return new Next(i, snapped(level, on));
        }
        return Next.NONE;
    }

    private static LocalDate lawful(LocalDate on, Doc doc, int daysBeforeFirst, LocalDate day) {
        boolean overdue = day.isAfter(doc.dueOn) || on.isAfter(doc.dueOn);
        return overdue ? later(on, doc.dueOn.plusDays(daysBeforeFirst)) : on;
    }

    private static Next again(
            Doc doc, Procedure procedure, Told last, int reached, int daysBeforeFirst, LocalDate day) {
        Level level = procedure.levels().get(reached);
        int sent = 0;
        for (Told told : doc.told) {
            sent += counts(told, doc, procedure) && told.level().equals(last.level()) ? 1 : 0;
        }
        if (level.times() > 0 && sent >= level.times()) {
            return Next.NONE;
        }
        LocalDate on = last.on().plusDays(level.repeatEveryDays());
        if (doc.reopenedOn == null && level.trigger() instanceof Trigger.FromDue due) {
            on = later(on, doc.dueOn.plusDays(due.days() + (long) sent * level.repeatEveryDays()));
        }
        return new Next(reached, snapped(level, lawful(on, doc, daysBeforeFirst, day)));
    }

    static Told last(Doc doc, Procedure procedure) {
        Told last = null;
        for (Told told : doc.told) {
            last = counts(told, doc, procedure) ? told : last;
        }
        return last;
    }

    private static boolean counts(Told told, Doc doc, Procedure procedure) {
        return told.procedure().equals(procedure.name())
                && (doc.reopenedOn == null || told.on().isAfter(doc.reopenedOn));
    }

    static int place(Told told, List<Level> levels) {
        int byDays = -1;
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).name().equals(told.level())) {
                return i;
            }
            if (levels.get(i).trigger() instanceof Trigger.FromDue due && due.days() <= told.days()) {
                byDays = i;
            }
        }
        return byDays;
    }

    private static int afterReversal(Procedure procedure) {
        List<Level> levels = procedure.levels();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean demands =
                    level.repeatEveryDays() > 0 || !(level.trigger() instanceof Trigger.FromDue due && due.days() <= 0);
            if (procedure.reopening().backTo() == null
                    ? demands && !(level.trigger() instanceof Trigger.FromIssue)
                    : level.name().equals(procedure.reopening().backTo())) {
                return i;
            }
        }
        return 0;
    }

    static LocalDate day(Level level, Doc doc, LocalDate previous) {
        if (level.trigger() instanceof Trigger.FromDue due) {
            return doc.dueOn.plusDays(due.days());
        }
        if (level.trigger() instanceof Trigger.FromIssue issue) {
            return doc.issuedOn.plusDays(issue.days());
        }
        if (level.trigger() instanceof Trigger.AfterPrevious after) {
            return (previous == null ? doc.dueOn : previous).plusDays(after.days());
        }
        return snapped(level, doc.dueOn.plusDays(1));
    }

    private static LocalDate snapped(Level level, LocalDate on) {
        if (!(level.trigger() instanceof Trigger.OnSendDays send)) {
            return on;
        }
        LocalDate day = on;
        while (!isSendDay(send.days(), day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static boolean isSendDay(SendDays days, LocalDate day) {
        for (int stated : days.days()) {
            if (day.getDayOfMonth() == Math.min(stated, day.lengthOfMonth())) {
                return true;
            }
        }
        return false;
    }

    private static long distance(Level from, Level to) {
        if (to.trigger() instanceof Trigger.AfterPrevious after) {
            return after.days();
        }
        long apart = from.trigger() instanceof Trigger.FromDue one && to.trigger() instanceof Trigger.FromDue other
                ? other.days() - one.days()
                : from.trigger() instanceof Trigger.FromIssue one && to.trigger() instanceof Trigger.FromIssue other
                        ? other.days() - one.days()
                        : 1;
        return Math.max(1, apart);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
