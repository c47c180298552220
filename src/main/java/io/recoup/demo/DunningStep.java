package io.recoup.demo;

import io.recoup.dunning.Dunning;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Plans the day's letters and sends what is due, also what a crash left behind. */
@Component
@Profile("demo")
@Order(40)
class DunningStep implements DayStep {

    private final Dunning dunning;

    DunningStep(Dunning dunning) {
        this.dunning = dunning;
    }

    @Override
    public String name() {
        return "remind";
    }

    @Override
    public String run(LocalDate today) {
        dunning.plan(today);
        int tried = dunning.sendDue();
        return switch (tried) {
            case 0 -> "";
            case 1 -> "1 reminder sent";
            default -> tried + " reminders sent";
        };
    }
}
