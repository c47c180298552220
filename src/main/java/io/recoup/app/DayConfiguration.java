package io.recoup.app;

import io.recoup.calendar.BusinessDay;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The one clock. An automatic configuration, so that a room which brings its own day is seen before this one. */
@AutoConfiguration
class DayConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    BusinessDay businessDay(Clock clock) {
        return new ClockBusinessDay(clock);
    }
}
