package io.recoup.demo.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The demo's date and how far it is to be played. Each change is one statement, so a crash leaves a whole state. */
@Repository
@Profile({"demo", "command"})
public class DemoCalendar {

    /** @param completedOn the last day whose work is finished; null before the first; never after {@code currentOn} */
    public record Position(LocalDate currentOn, LocalDate completedOn, LocalDate targetOn) {

        public boolean isCompleted() {
            return currentOn.equals(completedOn);
        }
    }

    private final JdbcClient jdbc;

    public DemoCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only the very first start of a demo finds nothing to keep. */
    public void begin(LocalDate startOn, LocalDate firstTarget) {
        jdbc.sql("INSERT INTO demo_day (current_on, target_on) VALUES (:start, :target) ON CONFLICT DO NOTHING")
                .param("start", startOn)
                .param("target", firstTarget)
                .update();
    }

    public LocalDate current() {
        return position().currentOn();
    }

    /** Empty where no demo was ever begun in this database. */
    public Optional<Position> begun() {
        return jdbc.sql("SELECT current_on, completed_on, target_on FROM demo_day")
                .query(DemoCalendar::read)
                .optional();
    }

    /** @throws IllegalStateException if no demo was ever begun in this database */
    public Position position() {
        return begun().orElseThrow(() ->
                new IllegalStateException("this database holds no demo: start recoup once in the profile demo"));
    }

    /**
     * Moves the target, never back.
     *
     * @param days calendar days from the last day asked for; a weekend moves on to the next Monday
     * @return the new target
     */
    public LocalDate playFurther(int days) {
        return jdbc.sql("""
                WITH wished AS (SELECT target_on + :days AS day FROM demo_day)
                UPDATE demo_day SET target_on = wished.day
                       + CASE extract(isodow FROM wished.day) WHEN 6 THEN 2 WHEN 7 THEN 1 ELSE 0 END
                FROM wished
                RETURNING target_on
                """)
                .param("days", days)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException(
                        "this database holds no demo: start recoup once in the profile demo"));
    }

    /** Only from a finished day: a day is never skipped. */
    public void moveTo(LocalDate next) {
        int moved = jdbc.sql("""
                UPDATE demo_day SET current_on = :next
                WHERE completed_on = current_on AND :next > current_on AND :next <= target_on
                """).param("next", next).update();
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
