package io.recoup.demo;

import io.recoup.console.DemoControls;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the console's header offers in the demo. */
@Component
@Profile("demo")
class DemoDesk implements DemoControls {

    private final DemoDays days;

    DemoDesk(DemoDays days) {
        this.days = days;
    }

    @Override
    public LocalDate businessDate() {
        return days.businessDate();
    }

    @Override
    public void advance(int days) {
        this.days.advance(days);
    }

    @Override
    public List<Link> links() {
        return List.of(new Link("mailbox", "/demo/mailbox"), new Link("agency", "/demo/agency"));
    }
}
