package io.recoup.dunning.policy;

import io.recoup.calendar.SendDays;
import java.time.LocalDate;

/** From what the day of a level is counted. */
public sealed interface Trigger {

    /** @param days from the due date: negative before it, 0 on the day, positive after it */
    record FromDue(int days) implements Trigger {}

    /** @param days from the issue date, 0 = on the day */
    record FromIssue(int days) implements Trigger {}

    /** @param days from the letter of the level before; from the due date where none was sent. Above zero. */
    record AfterPrevious(int days) implements Trigger {
        public AfterPrevious {
            if (days < 1) {
                throw new IllegalArgumentException("at least one day after the previous letter: " + days);
            }
        }
    }

    /** On calendar days of each month, once the item is overdue. */
    record OnSendDays(SendDays days) implements Trigger {}

    /**
     * The first day by the calendar, wherever the letters before stand.
     *
     * @param previousOn when the level before was sent; null = it was not
     */
    default LocalDate date(LocalDate issuedOn, LocalDate dueOn, LocalDate previousOn) {
        if (this instanceof FromDue due) {
            return dueOn.plusDays(due.days());
        }
        if (this instanceof FromIssue issue) {
            return issuedOn.plusDays(issue.days());
        }
        if (this instanceof AfterPrevious previous) {
            return (previousOn == null ? dueOn : previousOn).plusDays(previous.days());
        }
        LocalDate overdue = dueOn.plusDays(1);
        LocalDate from = previousOn == null || previousOn.isBefore(dueOn) ? overdue : previousOn.plusDays(1);
        return ((OnSendDays) this).days().nextOnOrAfter(from);
    }
}
