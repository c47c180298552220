package io.recoup.agency.route;

import io.recoup.agency.AgencySettings;
import io.recoup.agency.FactDesk;
import io.recoup.calendar.BusinessDay;
import java.time.LocalDate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Facts are worked off at every tick of {@code recoup.agency.react-cron}, by default each ten seconds; those that were
 * set aside are tried again at every tick of {@code recoup.agency.replay-cron}, by default each hour.
 */
@Component
class AgencyRoutes extends RouteBuilder {

    private final FactDesk facts;
    private final AgencySettings settings;
    private final BusinessDay day;

    AgencyRoutes(FactDesk facts, AgencySettings settings, BusinessDay day) {
        this.facts = facts;
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
                .body(LocalDate.class, facts::react);

        from("quartz:recoup/agency-replay?cron={{recoup.agency.replay-cron:0+17+*+*+*+?}}")
                .routeId("agency-replay-timer")
                .to("direct:agency-replay");

        from("direct:agency-replay")
                .routeId("agency-replay")
                .routeDescription("Try the facts again that could not be worked off")
                .setBody(trigger -> day.today(settings.zone()))
                .process()
                .body(LocalDate.class, facts::replayAll);
    }
}
