package io.recoup.followup;

import io.recoup.followup.RefusedTask.Why;
import io.recoup.receivables.DebtorId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Something to be reminded of. It says what to do in what a person typed, in a code that is shown in each reader's own
 * language, or in both.
 *
 * @param by the user or the rule that wants it; never blank
 * @param debtor null when it concerns nobody in particular
 * @param text as typed, at most {@value #LONGEST} characters; null of a rule's task
 * @param code lower-case word with underscores: the console's message {@code task.code.<code>}; null of a typed task
 * @param args of that message, shown as they are
 * @param createdOn business date
 * @param dueOn day on which it is to be done, not before {@code createdOn}
 * @param dueAt hour on that day in the creditor's zone; null = any time
 * @param assignee user name; null = whoever comes first
 */
public record NewTask(
        TaskOrigin origin,
        String by,
        DebtorId debtor,
        String text,
        String code,
        List<String> args,
        LocalDate createdOn,
        LocalDate dueOn,
        LocalTime dueAt,
        String assignee) {

    public static final int LONGEST = 500;

    public NewTask {
        args = List.copyOf(args);
        if (by == null || by.isBlank()) {
            throw new IllegalArgumentException("a task needs somebody who wants it");
        }
        if (text == null && code == null || text != null && text.isBlank()) {
            throw new RefusedTask(Why.NO_WORDS);
        }
        if (text != null && text.length() > LONGEST) {
            throw new RefusedTask(Why.TOO_LONG, text.length(), LONGEST);
        }
        if (code != null && !code.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a task's code: '" + code + "'");
        }
        if (origin == TaskOrigin.RULE && code == null) {
            throw new IllegalArgumentException("a rule's task needs a code, so that every reader understands it");
        }
        if (dueOn.isBefore(createdOn)) {
            throw new RefusedTask(Why.DUE_BEFORE, dueOn, createdOn);
        }
    }

    public static NewTask typed(String text, DebtorId debtor, LocalDate dueOn, String user, LocalDate today) {
        return new NewTask(TaskOrigin.PERSON, user, debtor, text, null, List.of(), today, dueOn, null, null);
    }

    public static NewTask byRule(
            String rule, String code, List<String> args, DebtorId debtor, LocalDate dueOn, LocalDate today) {
        return new NewTask(TaskOrigin.RULE, rule, debtor, null, code, args, today, dueOn, null, null);
    }

    public NewTask at(LocalTime hour) {
        return new NewTask(origin, by, debtor, text, code, args, createdOn, dueOn, hour, assignee);
    }

    public NewTask assignedTo(String user) {
        return new NewTask(origin, by, debtor, text, code, args, createdOn, dueOn, dueAt, user);
    }
}
