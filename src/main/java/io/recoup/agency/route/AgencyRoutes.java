package io.recoup.agency.route;

import io.recoup.agency.AgencyDesk;
import io.recoup.agency.AgencySettings;
import io.recoup.calendar.BusinessDay;
import java.time.LocalDate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Facts are worked off at every tick of {@code recoup.agency.react-cron}, by default each ten seconds. */
@Component
class AgencyRoutes extends RouteBuilder {

    private final AgencyDesk agency;
    private final AgencySettings settings;
    private final BusinessDay day;

    AgencyRoutes(AgencyDesk agency, AgencySettings settings, BusinessDay day) {
        this.agency = agency;
        this.settings = settings;
        this.day = day;
    }

    @Override
    public void configure() {
        from("quartz:recoup/agency-react?cron={{recoup.agency.react-cron:0/10+*+*+*+*+?}}")
                .routeId("agency-react-timer")
                .to("direct:agency-react");

        from("direct:agency-react")
                .routeId("agency-react")
                .routeDescription("Refer what dunning exhausted, and tell agencies what was paid")
                .setBody(trigger -> day.today(settings.zone()))
                .process()
                .body(LocalDate.class, agency::react);
    }
}
