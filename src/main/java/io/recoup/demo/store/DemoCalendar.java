package io.recoup.demo.store;

import io.recoup.demo.DemoSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The demo's date and how far it is to be played. Each change is one statement, so a crash leaves a whole state. */
@Repository
@Profile("demo")
public class DemoCalendar {

    /** @param completedOn the last day whose work is finished; null before the first; never after {@code currentOn} */
    public record Position(LocalDate currentOn, LocalDate completedOn, LocalDate targetOn) {

        public boolean isCompleted() {
            return currentOn.equals(completedOn);
        }
    }

    private final JdbcClient jdbc;
    private final LocalDate startOn;
    private final LocalDate firstTarget;

    DemoCalendar(JdbcClient jdbc, DemoSettings settings) {
        this.jdbc = jdbc;
        this.startOn = settings.startOn();
        this.firstTarget =
                settings.autoplayUntil() == null || settings.autoplayUntil().isBefore(startOn)
                        ? startOn
                        : settings.autoplayUntil();
    }

    public LocalDate current() {
        return position().currentOn();
    }

    public Position position() {
        return jdbc.sql("SELECT current_on, completed_on, target_on FROM demo_day")
                .query(DemoCalendar::read)
                .optional()
                .orElseGet(this::begin);
    }

    private Position begin() {
        jdbc.sql("INSERT INTO demo_day (current_on, target_on) VALUES (:start, :target) ON CONFLICT DO NOTHING")
                .param("start", startOn)
                .param("target", firstTarget)
                .update();
        return jdbc.sql("SELECT current_on, completed_on, target_on FROM demo_day")
                .query(DemoCalendar::read)
                .single();
    }

    /** Never moves the target back. */
    public void playUntil(LocalDate target) {
        position();
        jdbc.sql("UPDATE demo_day SET target_on = greatest(target_on, :target)")
                .param("target", target)
                .update();
    }

    /** Only from a finished day: a day is never skipped. */
    public void moveTo(LocalDate next) {
        int moved = jdbc.sql(
                        "UPDATE demo_day SET current_on = :next WHERE completed_on = current_on AND :next <= target_on")
                .param("next", next)
                .update();
        if (moved == 0) {
            throw new IllegalStateException("the demo cannot move to " + next + ": " + position());
        }
    }

    public void complete(LocalDate day) {
        jdbc.sql("UPDATE demo_day SET completed_on = :day WHERE current_on = :day")
                .param("day", day)
                .update();
    }

    private static Position read(ResultSet row, int number) throws SQLException {
        return new Position(
                row.getObject("current_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("target_on", LocalDate.class));
    }
}
