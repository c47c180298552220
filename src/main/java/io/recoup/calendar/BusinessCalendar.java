package io.recoup.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days on which business is done: the working days of the week that are no holidays.
 *
 * @param workingDays at least one
 */
public record BusinessCalendar(Set<DayOfWeek> workingDays, Holidays holidays) {

    public static final Set<DayOfWeek> MONDAY_TO_FRIDAY = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private static final int LONGEST_BREAK = 366;

    public BusinessCalendar {
        workingDays = Set.copyOf(workingDays);
        if (workingDays.isEmpty()) {
            throw new IllegalArgumentException("a business calendar needs at least one working day of the week");
        }
    }

    public boolean isBusinessDay(LocalDate day) {
        return workingDays.contains(day.getDayOfWeek()) && !holidays.isHoliday(day);
    }

    /**
     * The first business day that is not before {@code onOrAfter}.
     *
     * @throws IllegalStateException if the holidays leave none for a year
     */
    public LocalDate nextBusinessDay(LocalDate onOrAfter) {
        for (int days = 0; days <= LONGEST_BREAK; days++) {
            if (isBusinessDay(onOrAfter.plusDays(days))) {
                return onOrAfter.plusDays(days);
            }
        }
        throw new IllegalStateException("no business day for a year from " + onOrAfter);
    }

    /**
     * Business days after {@code from}, up to and including {@code to}.
     *
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     */
    public int businessDaysBetween(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isBusinessDay)
                .count();
    }
}
