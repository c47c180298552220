package io.recoup.demo;

import io.recoup.agency.AgencySettings;
import io.recoup.agency.FactDesk;
import io.recoup.demo.store.AgencyTraffic;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Referrals of the day go out, messages to the agency leave, and every open case is asked about once. */
@Component
@Profile("demo")
@Order(50)
class AgencyStep implements DayStep {

    private final FactDesk facts;
    private final AgencySettings settings;
    private final AgencyTraffic traffic;
    private final Patience patience;

    AgencyStep(FactDesk facts, AgencySettings settings, AgencyTraffic traffic, Patience patience) {
        this.facts = facts;
        this.settings = settings;
        this.traffic = traffic;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "agency";
    }

    @Override
    public String run(LocalDate today) {
        facts.react(today);
        patience.until(
                () -> traffic.toLeave() == 0,
                () -> traffic.toLeave()
                        + " cases or messages have not left for the agency: see the health of the routes"
                        + " in routes/agency");
        OffsetDateTime begun = traffic.now();
        patience.until(
                () -> traffic.notAskedSince(begun, settings.pollEvery()) == 0,
                () -> traffic.notAskedSince(begun, settings.pollEvery())
                        + " open cases could not be asked about: see the health of the"
                        + " route that starts at recoup:case-polls");
        facts.react(today);
        return traffic.movesOn(today);
    }
}
