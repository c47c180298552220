package io.recoup.demo;

import io.recoup.calendar.BusinessDay;
import io.recoup.demo.store.DemoCalendar;
import io.recoup.demo.store.DemoCalendar.Position;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Commands beside a demo see the demo's date; beside any other site the calendar's. */
@Component
@Primary
@Profile("command")
class CommandBusinessDay implements BusinessDay {

    private final DemoCalendar calendar;
    private final Clock clock;

    CommandBusinessDay(DemoCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public LocalDate today(ZoneId zone) {
        return calendar.begun().map(Position::currentOn).orElseGet(() -> LocalDate.now(clock.withZone(zone)));
    }
}
