package io.recoup.app;

import io.recoup.calendar.BusinessDay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The business date is the calendar's. */
record ClockBusinessDay(Clock clock) implements BusinessDay {

    @Override
    public LocalDate today(ZoneId zone) {
        return LocalDate.now(clock.withZone(zone));
    }
}
