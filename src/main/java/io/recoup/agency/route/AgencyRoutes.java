package io.recoup.agency.route;

import io.recoup.agency.AgencyDesk;
import io.recoup.agency.AgencySettings;
import io.recoup.calendar.BusinessDay;
import java.time.LocalDate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Facts are worked off at every tick of {@code recoup.agency.react-cron}, by default each minute. */
@Component
class AgencyRoutes extends RouteBuilder {

    private final AgencyDesk agency;
    private final AgencySettings settings;
    private final BusinessDay day;
    private final String cron;

    /** @param cron a Quartz cron; {@code -} for no timer */
    AgencyRoutes(
            AgencyDesk agency,
            AgencySettings settings,
            BusinessDay day,
            @Value("${recoup.agency.react-cron:20 * * * * ?}") String cron) {
        this.agency = agency;
        this.settings = settings;
        this.day = day;
        this.cron = cron;
    }

    @Override
    public void configure() {
        if (!cron.equals("-")) {
            from("quartz:recoup/agency-react?stateful=true&cron=" + cron.replace(' ', '+'))
                    .routeId("agency-react-timer")
                    .to("direct:agency-react");
        }

        from("direct:agency-react")
                .routeId("agency-react")
                .routeDescription("Refer what dunning exhausted, and tell agencies what was paid")
                .setBody(trigger -> day.today(settings.zone()))
                .process()
                .body(LocalDate.class, agency::react);
    }
}
