package io.recoup.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.recoup.demo.store.DemoRecord;
import io.recoup.dunning.Dunning;
import io.recoup.testing.PostgresTest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DunningStepTest extends PostgresTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-09");

    /** Has one letter that a killed process held; nobody gets it before the given attempt. */
    private final class LeasedLetter implements Dunning {

        private final int freeAt;
        private int attempts;

        private LeasedLetter(int freeAt) {
            this.freeAt = freeAt;
        }

        @Override
        public RunReport plan(LocalDate today) {
            return new RunReport("standard", today, 1, 1, 0, 0);
        }

        @Override
        public int sendDue() {
            attempts++;
            if (attempts != freeAt) {
                return 0;
            }
            return jdbc.sql("UPDATE notice SET state = 'withdrawn' WHERE message_id = '<step@test>'")
                    .update();
        }
    }

    @BeforeEach
    void plan() {
        removeLetters();
        jdbc.sql("""
                WITH d AS (INSERT INTO debtor (creditor_id, source, source_id, name)
                           SELECT id, 'step', 'C-1', 'Step' FROM creditor WHERE code = 'default' RETURNING id)
                INSERT INTO notice (debtor_id, procedure, level, level_days, planned_on, state, message_id, policy_hash)
                SELECT id, 'standard', 'reminder', 3, DATE '2026-03-09', 'sending', '<step@test>', 'hash' FROM d
                """).update();
    }

    @AfterEach
    void removeLetters() {
        jdbc.sql("DELETE FROM notice WHERE message_id = '<step@test>'").update();
        jdbc.sql("DELETE FROM debtor WHERE source = 'step'").update();
    }

    @Test
    void a_day_waits_for_the_letter_that_a_killed_process_held() {
        assertThat(step(new LeasedLetter(3), Duration.ofSeconds(20)).run(DAY)).isEqualTo("1 reminder sent");
    }

    @Test
    void a_day_whose_letters_do_not_leave_does_not_end() {
        assertThatThrownBy(
                        () -> step(new LeasedLetter(-1), Duration.ofMillis(1)).run(DAY))
                .hasMessageContaining("1 letters have not left");
    }

    private DunningStep step(Dunning dunning, Duration patience) {
        Path nowhere = Path.of("unused");
        DemoSettings settings = new DemoSettings(DAY, null, nowhere, nowhere, 0, 0, patience);
        return new DunningStep(dunning, new DemoRecord(jdbc), new Patience(settings, Clock.systemUTC()));
    }
}
