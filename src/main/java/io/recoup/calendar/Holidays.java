package io.recoup.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/** Which days are holidays in one place: public ones, or the company's own. */
@FunctionalInterface
public interface Holidays {

    /** Every day is an ordinary one. */
    Holidays NONE = day -> false;

    boolean isHoliday(LocalDate day);

    /** Days that a company names for itself. */
    static Holidays on(Collection<LocalDate> days) {
        return Set.copyOf(days)::contains;
    }

    /** A day is a holiday if either says so. */
    default Holidays and(Holidays other) {
        return day -> isHoliday(day) || other.isHoliday(day);
    }
}
