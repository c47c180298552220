package io.recoup.demo;

import io.recoup.demo.store.DemoRecord;
import io.recoup.dunning.Dunning;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Plans the day's letters and sends what is due. A letter that a killed process had in its hands comes back when its
 * lease ends; the day waits for it, because days here are shorter than leases and the letter belongs to this one.
 */
@Component
@Profile("demo")
@Order(40)
class DunningStep implements DayStep {

    private final Dunning dunning;
    private final DemoRecord happened;
    private final Patience patience;

    DunningStep(Dunning dunning, DemoRecord happened, Patience patience) {
        this.dunning = dunning;
        this.happened = happened;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "remind";
    }

    @Override
    public String run(LocalDate today) {
        dunning.plan(today);
        happened.wakeKeptLetters();
        int[] tried = {0};
        patience.until(
                () -> {
                    tried[0] += dunning.sendDue();
                    return happened.lettersUnderWay() == 0;
                },
                () -> happened.lettersUnderWay() + " letters have not left: see recoup.mail and the log");
        return switch (tried[0]) {
            case 0 -> "";
            case 1 -> "1 reminder sent";
            default -> tried[0] + " reminders sent";
        };
    }
}
