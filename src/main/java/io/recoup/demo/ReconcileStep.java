package io.recoup.demo;

import io.recoup.reconciliation.desk.ReconciliationDesk;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the bank brought today is matched before anybody is reminded. */
@Component
@Profile("demo")
@Order(20)
class ReconcileStep implements DayStep {

    private final ReconciliationDesk desk;

    ReconcileStep(ReconciliationDesk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String run(LocalDate today) {
        ReconciliationDesk.Outcome outcome = desk.run(today);
        if (outcome.taken() + outcome.allocated() == 0) {
            return "";
        }
        return outcome.taken() + " from the bank, " + outcome.allocated() + " matched";
    }
}
