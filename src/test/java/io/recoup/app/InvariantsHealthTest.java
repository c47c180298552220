package io.recoup.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.recoup.testing.PostgresTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class InvariantsHealthTest extends PostgresTest {

    private Instant now = Instant.parse("2026-03-09T08:00:00Z");

    @Test
    void is_down_with_the_file_while_a_query_returns_rows_and_asks_again_when_its_answer_is_old() {
        jdbc.sql("CREATE TABLE broken_on_purpose (n int)").update();
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        InvariantsHealth health = new InvariantsHealth(jdbc, new HealthSettings(Duration.ofMinutes(5)), clock);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        jdbc.sql("INSERT INTO broken_on_purpose VALUES (1)").update();
        now = now.plus(Duration.ofMinutes(5)).minusMillis(1);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        now = now.plusMillis(1);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().toString()).contains("T0-broken-on-purpose.sql");

        jdbc.sql("DROP TABLE broken_on_purpose").update();
    }
}
