package io.recoup.demo;

import io.recoup.demo.store.DemoCalendar;
import io.recoup.demo.store.DemoCalendar.Position;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays the demo's days, one business day at a time, none skipped. The date is committed before the day's work starts
 * and the day is marked as finished after it, so whatever kills the process in between, the same day is run again.
 * One process plays at a time: the embedded database admits no second one.
 */
@Component
@Profile("demo")
public class DemoDays {

    private static final Logger LOG = LoggerFactory.getLogger(DemoDays.class);

    private final DemoCalendar calendar;
    private final List<DayStep> steps;

    DemoDays(DemoCalendar calendar, List<DayStep> steps) {
        this.calendar = calendar;
        this.steps = steps;
    }

    public LocalDate businessDate() {
        return calendar.current();
    }

    /**
     * Asks for more days; returns at once.
     *
     * @param days calendar days from the last day asked for, at least 1; a weekend moves on to the next Monday
     */
    public LocalDate advance(int days) {
        if (days < 1 || days > 366) {
            throw new IllegalArgumentException("days must lie within 1 and 366: " + days);
        }
        return calendar.playFurther(days);
    }

    /** Plays every day up to the target. Returns how many days it finished. */
    public synchronized int catchUp() {
        int played = 0;
        while (playNext()) {
            played++;
        }
        return played;
    }

    /** @return false when there is nothing left to play */
    synchronized boolean playNext() {
        Position position = calendar.position();
        if (position.isCompleted()) {
            LocalDate next = businessDayFrom(position.currentOn().plusDays(1));
            if (next.isAfter(position.targetOn())) {
                return false;
            }
            calendar.moveTo(next);
            run(next);
        } else {
            run(position.currentOn());
        }
        return true;
    }

    private void run(LocalDate day) {
        String happened = steps.stream()
                .map(step -> step.run(day))
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(", "));
        calendar.complete(day);
        LOG.info("{}: {}", day, happened.isEmpty() ? "nothing to do" : happened);
    }

    static LocalDate businessDayFrom(LocalDate day) {
        LocalDate candidate = day;
        while (candidate.getDayOfWeek() == DayOfWeek.SATURDAY || candidate.getDayOfWeek() == DayOfWeek.SUNDAY) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }
}
