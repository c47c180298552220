package io.recoup.demo;

import java.time.LocalDate;

/**
 * One piece of a demo day's work. Steps run in the order of their {@code @Order}; a step is run again after a crash,
 * so it must change nothing the second time.
 */
public interface DayStep {

    String name();

    /**
     * @return what happened, for people, e.g. {@code 2 reminders sent}; empty when nothing did
     * @throws RuntimeException if the day cannot be finished now; the whole day is tried again
     */
    String run(LocalDate today);
}
