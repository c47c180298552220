package io.recoup.reconciliation.generator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The days of a generated world. Payments are booked from Monday to Friday; holidays are not looked after.
 *
 * @param until last day on which a payment is booked
 */
record Horizon(LocalDate until) {

    /** Days in which payments are booked: half a year. */
    static final int PAYMENTS = 182;

    /** Days in which documents are issued. */
    static final int DOCUMENTS = 420;

    LocalDate from() {
        return until.minusDays(PAYMENTS - 1L);
    }

    LocalDate firstIssue() {
        return until.minusDays(DOCUMENTS - 1L);
    }

    /** The same day, or the nearest weekday before or after it that lies within. */
    LocalDate booking(LocalDate day) {
        LocalDate within = day.isAfter(until) ? until : day.isBefore(from()) ? from() : day;
        if (isWeekend(within)) {
            LocalDate friday = within.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
            return friday.isBefore(from()) ? within.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : friday;
        }
        return within;
    }

    /** The first weekday that many days later, or after that. */
    static LocalDate weekday(LocalDate day, int later) {
        LocalDate weekday = day.plusDays(later);
        return isWeekend(weekday) ? weekday.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : weekday;
    }

    /** The same day, or the first or last on which documents are issued. */
    LocalDate issue(LocalDate day) {
        return day.isBefore(firstIssue()) ? firstIssue() : day.isAfter(until) ? until : day;
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
