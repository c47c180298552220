package io.recoup.demo;

import io.recoup.demo.store.DemoRecord;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A day ends when its settlements have left for the ERP. */
@Component
@Profile("demo")
@Order(60)
class WriteBackStep implements DayStep {

    private final DemoRecord happened;
    private final Patience patience;

    WriteBackStep(DemoRecord happened, Patience patience) {
        this.happened = happened;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "write back";
    }

    @Override
    public String run(LocalDate today) {
        long before = happened.writeBacksDone();
        patience.until(
                () -> happened.writeBacksDue() == 0,
                () -> happened.writeBacksDue() + " settlements have not left for the ERP: see the health of the"
                        + " routes that start at recoup:write-backs");
        long told = happened.writeBacksDone() - before;
        return told == 0 ? "" : told + (told == 1 ? " settlement told to the ERP" : " settlements told to the ERP");
    }
}
