package io.recoup.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What {@code /actuator/health} looks at.
 *
 * @param invariantsEvery how long an answer of the invariants is good for; they read whole tables
 */
@ConfigurationProperties("recoup.health")
record HealthSettings(@DefaultValue("5m") Duration invariantsEvery) {}
