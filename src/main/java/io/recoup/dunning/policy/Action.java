package io.recoup.dunning.policy;

import io.recoup.calendar.SendDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

/**
 * Something that is done for the debtors of a segment on days of its own, beside the procedures.
 *
 * @param segment name of the segment; null = every debtor
 * @param days calendar days of each month; null where {@code on} is stated
 * @param on one day only; null where {@code days} are stated
 * @param onlyInDebt only debtors that have overdue items on the day (always so of a debt notice)
 * @param wording of a debt notice or message; null of a task
 * @param task of a task; null otherwise
 */
public record Action(
        String name,
        Type type,
        String segment,
        SendDays days,
        LocalDate on,
        boolean onlyInDebt,
        Wording wording,
        Task task) {

    /** So many days later it is still done, should its day have been missed or closed to letters. */
    public static final int LATE_DAYS = 5;

    /** In place of a procedure's name, where an action sends the letter. */
    public static final String PROCEDURE = "actions";

    public enum Type {
        /** The account statement of the moment, to whoever has overdue items. */
        DEBT_NOTICE,
        /** A letter about anything. */
        MESSAGE,
        /** A reminder to ourselves; the debtor hears nothing. */
        TASK
    }

    /**
     * @param dueAfterDays days from its creation
     * @param dueAt hour of the day, in the creditor's zone
     */
    public record Task(String text, int dueAfterDays, LocalTime dueAt) {}

    /**
     * The day of this action that is to be served on {@code today}: the latest that has come, unless it is too long
     * ago; null = none.
     */
    public LocalDate occurrenceOn(LocalDate today) {
        for (LocalDate day = today; !day.isBefore(today.minusDays(LATE_DAYS)); day = day.minusDays(1)) {
            if (on != null ? on.equals(day) : days.includes(day)) {
                return day;
            }
        }
        return null;
    }

    /** What it sends, as those see it who write letters. */
    public Level asLevel() {
        Trigger trigger = days == null ? new Trigger.FromDue(0) : new Trigger.OnSendDays(days);
        return new Level(name, trigger, wording, 7, 0, 1, false, Map.of(), Charges.NONE, false);
    }

    /** The next day of its own after {@code today}; null = none. */
    public LocalDate nextAfter(LocalDate today) {
        if (on != null) {
            return on.isAfter(today) ? on : null;
        }
        return days.nextOnOrAfter(today.plusDays(1));
    }
}
