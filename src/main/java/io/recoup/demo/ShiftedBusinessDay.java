package io.recoup.demo;

import io.recoup.calendar.BusinessDay;
import io.recoup.demo.store.DemoCalendar;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo's business date: it stands in the database, so that a person can move it and a restart keeps it. */
@Component
@Primary
@Profile("demo")
class ShiftedBusinessDay implements BusinessDay {

    private final DemoCalendar calendar;

    ShiftedBusinessDay(DemoCalendar calendar, DemoSettings settings) {
        this.calendar = calendar;
        calendar.begin(settings.startOn(), settings.firstTarget());
    }

    /** The same day in every zone: the demo plays days, not hours. */
    @Override
    public LocalDate today(ZoneId zone) {
        return calendar.current();
    }
}
